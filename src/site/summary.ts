/** Summaries that end where a reader would stop: at a sentence, or at least at a word. */
import { splitCode } from '../lib/code-in-text.ts';

/** Characters; what fits the lists and link previews. */
const SHORTEST = 80;
const LONGEST = 240;
/** Where a text without a sentence end is cut. */
const CUT_AT = 180;

const ABBREVIATIONS = new Set([
  'mr',
  'mrs',
  'ms',
  'dr',
  'prof',
  'st',
  'vs',
  'no',
  'inc',
  'ltd',
  'jr',
  'sr',
  'e.g',
  'i.e',
  'u.s',
  'u.k',
  'approx',
]);

/** A tag, a comment, or a link or image of Markdown, even when only its beginning is left. */
const MARKUP = /<[a-z/!]|\]\(/i;

/**
 * The description as written; or, when there is none or it is the cut-off
 * start of the text, a summary from the text.
 * @param prose the beginning of the running text, on one line
 */
export function summaryOf(description: string | undefined, prose: string): string {
  if (description === undefined) return clip(prose);
  const written = description.replace(/\s+/g, ' ').trim();
  // The start of a text that begins with what an editor of old left in it.
  const { code } = splitCode(written);
  if (code !== undefined && written.startsWith(code)) return clip(prose);
  const stem = /^(.*?)\s*(?:\.\.\.|\u2026)$/s.exec(written)?.[1];
  if (stem === undefined) return written;
  const start = startIn(prose, stem);
  if (start !== undefined) return clip(prose.slice(start));
  // The start of the source rather than of the text: no writer puts markup into a description.
  return MARKUP.test(stem) ? clip(prose) : atWord(stem);
}

/** Where `stem` begins in `prose`, by letters and digits alone, or `undefined`. */
function startIn(prose: string, stem: string): number | undefined {
  if (prose.startsWith(stem)) return 0;
  const needle = letters(stem.replace(/<[^>]*>/g, ' '));
  const index = needle === '' ? -1 : letters(prose).indexOf(needle);
  if (index === -1) return undefined;
  // An opening quote or bracket before the first letter belongs to it.
  return prose.slice(0, offsetOf(index, prose)).search(/[^\s\p{L}\p{N}]*$/u);
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toUpperCase();
}

/** Where in `text` the letter stands that is the one at `index` among its `letters`. */
function offsetOf(index: number, text: string): number {
  let passed = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}]/gu)) {
    passed += match[0].toUpperCase().length;
    if (passed > index) return match.index;
  }
  return text.length;
}

/** The text whole when it is short, else its first sentences, else its first words and an ellipsis. */
export function clip(text: string): string {
  if (text.length <= LONGEST) return text;
  let end = 0;
  for (const match of text
    .slice(0, LONGEST + 1)
    .matchAll(/[.!?\u2026]["'\u201d\u2019)\]]*(?=\s)|[\u3002\uff01\uff1f]/g)) {
    if (endsSentence(text.slice(0, match.index), match[0])) end = match.index + match[0].length;
  }
  return end >= SHORTEST ? text.slice(0, end) : atWord(beginning(text));
}

function endsSentence(before: string, mark: string): boolean {
  if (!mark.startsWith('.')) return true;
  const word = /\S*$/.exec(before)?.[0].replace(/^[("'\u201c\u2018[]+/, '') ?? '';
  // Dots without a word before them open a quotation: `said: "... and so on"`.
  if (!/[\p{L}\p{N}]/u.test(word)) return false;
  return !/^\p{Lu}$/u.test(word) && !ABBREVIATIONS.has(word.toLowerCase());
}

/** The first characters, none of them broken, and the one behind them when it is a space. */
function beginning(text: string): string {
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
  const end = segments.containing(CUT_AT + 1)?.index ?? text.length;
  // A single character can be very long, such as a letter with hundreds of accents.
  return end > 0 ? text.slice(0, end) : text.slice(0, CUT_AT).replace(/[\ud800-\udbff]$/, '');
}

/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;

/** Without the last, perhaps broken, word, where words are told by spaces. */
function atWord(text: string): string {
  const last = /\s\S*$/u.exec(text)?.[0] ?? text;
  const cut = (UNSPACED.test(last) ? text : text.replace(/\s+\S*$/u, '')).replace(
    /[\s,;:\u2013\u2014-]+$/u,
    '',
  );
  return `${cut}\u2026`;
}
