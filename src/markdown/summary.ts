/** Summaries that end with a whole sentence, or at least a whole word. */
import { splitCode } from '../lib/code-in-text.ts';
import { joinedLines } from './line-breaks.ts';

/** Characters; fits lists and link previews. */
const MIN_LENGTH = 80;
const MAX_LENGTH = 240;
/** Length of a summary without the end of a sentence. */
const EXCERPT_LENGTH = 180;

const ABBREVIATIONS = new Set([
  ...['mr', 'mrs', 'ms', 'dr', 'prof', 'st', 'vs', 'no', 'inc', 'ltd', 'jr', 'sr', 'approx'],
  ...['e.g', 'i.e', 'u.s', 'u.k'],
]);

/** A tag, a comment, or a link or image in Markdown, even if cut off. */
const MARKUP = /<[a-z/!]|\]\(/i;

/**
 * The description, or an excerpt of the text if the description is missing or
 * is only the truncated start of the text.
 * @param prose start of the text, on one line
 */
export function summaryOf(description: string | undefined, prose: string): string {
  if (description === undefined) return clip(prose);
  const written = joinedLines(description).replace(/\s+/g, ' ').trim();
  // Code that an old editor left in the text.
  const { code } = splitCode(written);
  if (code !== undefined && written.startsWith(code)) return clip(prose);
  const stem = /^(.*?)\s*(?:\.\.\.|\u2026)$/s.exec(written)?.[1];
  if (stem === undefined) return written;
  const start = indexIn(prose, stem);
  if (start !== undefined) return clip(prose.slice(start));
  // Nobody writes markup in a description, so it was cut from the source of the post.
  return MARKUP.test(stem) ? clip(prose) : atWord(stem);
}

/**
 * Index of `stem` in `prose`, compared by letters and digits; that of an opening quote before it.
 * A regular expression with all these letters would take 50 times as long.
 */
function indexIn(prose: string, stem: string): number | undefined {
  if (prose.startsWith(stem)) return 0;
  const letters = lettersOf(stem.replace(/<[^>]*>/g, ' '));
  const index = letters === '' ? -1 : lettersOf(prose).indexOf(letters);
  if (index === -1) return undefined;
  return prose.slice(0, offsetOf(index, prose)).search(/[^\s\p{L}\p{N}]*$/u);
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toUpperCase();
}

/** Offset in `text` of the letter at `index` in `lettersOf(text)`. */
function offsetOf(index: number, text: string): number {
  let passed = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}]/gu)) {
    // `ß` in upper case is two letters.
    passed += match[0].toUpperCase().length;
    if (passed > index) return match.index;
  }
  return text.length;
}

/** The whole text if it is short, else its first sentences, else its first words and an ellipsis. */
export function clip(text: string): string {
  if (text.length <= MAX_LENGTH) return text;
  let end = 0;
  for (const match of text
    .slice(0, MAX_LENGTH + 1)
    .matchAll(/[.!?\u2026]["'\u201d\u2019)\]]*(?=\s)|[\u3002\uff01\uff1f]/g)) {
    if (endsSentence(text.slice(0, match.index), match[0])) end = match.index + match[0].length;
  }
  return end >= MIN_LENGTH ? text.slice(0, end) : atWord(beginning(text));
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
  const end = segments.containing(EXCERPT_LENGTH + 1)?.index ?? text.length;
  // A single grapheme can be very long, such as a letter with hundreds of accents.
  return end > 0
    ? text.slice(0, end)
    : text.slice(0, EXCERPT_LENGTH).replace(/[\ud800-\udbff]$/, '');
}

/** Scripts without spaces between words. */
const UNSPACED =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}]/u;

/** Drops the last word, which may be truncated, in scripts with spaces between words. */
function atWord(text: string): string {
  const last = /\s\S*$/u.exec(text)?.[0] ?? text;
  const cut = (UNSPACED.test(last) ? text : text.replace(/\s+\S*$/u, '')).replace(
    /[\s,;:\u2013\u2014-]+$/u,
    '',
  );
  return `${cut}\u2026`;
}
