/** Finds where sentences end. */
import { ABBREVIATIONS, BEFORE_NUMBERS } from './abbreviations.ts';

const CLOSING = '["\'\\u201d\\u2019\\u00bb)\\]\\u300d\\u300f\\uff09\\u3011\\u300b]*';
const SPACED_END = `[.!?\\u2026\\u061f\\u06d4\\u0964]${CLOSING}(?=\\s)`;
const FULL_WIDTH_END = `[\\u3002\\uff01\\uff1f]${CLOSING}`;
const END = new RegExp(`${SPACED_END}|${FULL_WIDTH_END}`, 'g');

/** Offset of the last end of a sentence up to `limit`, or 0. */
export function lastSentenceEnd(text: string, limit: number): number {
  let end = 0;
  for (const match of text.slice(0, limit + 1).matchAll(END)) {
    const after = match.index + match[0].length;
    if (after <= limit && endsSentence(text.slice(0, match.index), match[0], text.slice(after)))
      end = after;
  }
  return end;
}

function endsSentence(before: string, mark: string, after: string): boolean {
  if (!/^[.\u2026]/.test(mark)) return true;
  if (/^\s+["'\u201c\u2018\u00ab([]*\p{Ll}/u.test(after)) return false;
  if (!mark.startsWith('.')) return true;
  const [chunk = ''] = /(?<!\S)\S*$/.exec(before) ?? [];
  // Dots without a word before them start a quotation: `said: "... and so on"`.
  if (!/[\p{L}\p{N}]/u.test(chunk)) return false;
  const [end = ''] = /(?<![\p{L}\p{M}\p{N}.-])[\p{L}\p{M}\p{N}.-]*$/u.exec(chunk) ?? [];
  const word = /[.-]$/.test(end) ? '' : end.replace(/^[.-]+/, '');
  return !isAbbreviation(word, after) && !isGermanOrdinal(before, after);
}

/** One or two letters, again and again: `U.S`, `J.R.R`, `Ph.D`, `z.B`. */
const LETTERS = /^(?:\p{L}{1,2}[.-]+)+\p{L}{1,2}$/u;

function isAbbreviation(word: string, after: string): boolean {
  const lower = word.toLowerCase();
  if (/^\p{L}$/u.test(word) || LETTERS.test(word)) return true;
  if (ABBREVIATIONS.has(word) || ABBREVIATIONS.has(lower)) return true;
  return BEFORE_NUMBERS.has(lower) && /^\s+(?:\d|[IVXLC]+\b)/.test(after);
}

const ARTICLE_BEFORE_NUMBER =
  /(?:^|\s)(?:a[bm]|beim?|bis|da[ns]|de[mnrs]|die|im|ins?|seit|vom|zu[mr])\s+\d+$/i;
const NUMBER_OR_MONTH =
  /^\s+(?:\d+|Januar|Februar|M\u00e4rz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b/;

/** `am 3. Mai`, `3. 5. 2024`, `das 20. Jahrhundert`. Other languages go on with a small letter. */
function isGermanOrdinal(before: string, after: string): boolean {
  if (!/(?:^|\s)\d{1,2}$/.test(before)) return false;
  return ARTICLE_BEFORE_NUMBER.test(before) || NUMBER_OR_MONTH.test(after);
}
