/** Summaries that end with a sentence, or at least with a word. */
import { splitCode } from '../lib/code-in-text.ts';

/** Characters; fits lists and link previews. */
const SHORTEST = 80;
const LONGEST = 240;
/** Length at which text without the end of a sentence is cut. */
const CUT_AT = 180;

const ABBREVIATIONS = new Set([
  ...['mr', 'mrs', 'ms', 'dr', 'prof', 'st', 'vs', 'no', 'inc', 'ltd', 'jr', 'sr', 'approx'],
  ...['e.g', 'i.e', 'u.s', 'u.k'],
]);

/** A tag, a comment, or a link or image in Markdown, even if cut off. */
const MARKUP = /<[a-z/!]|\]\(/i;

/**
 * The description, or a summary of the text if there is none or it is only
 * the cut-off start of the text.
 * @param prose start of the running text, on one line
 */
export function summaryOf(description: string | undefined, prose: string): string {
  if (description === undefined) return clip(prose);
  const written = description.replace(/\s+/g, ' ').trim();
  // It starts with code that an old editor has left in the text.
  const { code } = splitCode(written);
  if (code !== undefined && written.startsWith(code)) return clip(prose);
  const stem = /^(.*?)\s*(?:\.\.\.|\u2026)$/s.exec(written)?.[1];
  if (stem === undefined) return written;
  const start = startIn(prose, stem);
  if (start !== undefined) return clip(prose.slice(start));
  // Markup shows that it was cut from the source; no one writes markup into a description.
  return MARKUP.test(stem) ? clip(prose) : atWord(stem);
}

/** Index of `stem` in `prose`, compared by letters and digits only. */
function startIn(prose: string, stem: string): number | undefined {
  if (prose.startsWith(stem)) return 0;
  const needle = letters(stem.replace(/<[^>]*>/g, ' '));
  const index = needle === '' ? -1 : letters(prose).indexOf(needle);
  if (index === -1) return undefined;
  // Includes an opening quote or bracket before the first letter.
  return prose.slice(0, offsetOf(index, prose)).search(/[^\s\p{L}\p{N}]*$/u);
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toUpperCase();
}

/** Converts an index into `letters(text)` to an index into `text`. */
function offsetOf(index: number, text: string): number {
  let passed = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}]/gu)) {
    passed += match[0].toUpperCase().length;
    if (passed > index) return match.index;
  }
  return text.length;
}

/** The whole text if it is short, else its first sentences, else its first words and an ellipsis. */
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
  // Dots without a word before them start a quotation: `said: "... and so on"`.
  if (!/[\p{L}\p{N}]/u.test(word)) return false;
  return !/^\p{Lu}$/u.test(word) && !ABBREVIATIONS.has(word.toLowerCase());
}

/** The first graphemes, and the space after them if there is one. */
function beginning(text: string): string {
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
  const end = segments.containing(CUT_AT + 1)?.index ?? text.length;
  // A single grapheme can be very long, such as a letter with hundreds of accents.
  return end > 0 ? text.slice(0, end) : text.slice(0, CUT_AT).replace(/[\ud800-\udbff]$/, '');
}

/** Scripts without spaces between words. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;

/** Drops the last word, which may be cut, in scripts with spaces between words. */
function atWord(text: string): string {
  const last = /\s\S*$/u.exec(text)?.[0] ?? text;
  const cut = (UNSPACED.test(last) ? text : text.replace(/\s+\S*$/u, '')).replace(
    /[\s,;:\u2013\u2014-]+$/u,
    '',
  );
  return `${cut}\u2026`;
}
