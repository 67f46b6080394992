/** Summaries that end with a whole sentence, or at least a whole word. */
import { splitCode } from '../../lib/code-in-text.ts';
import { withoutTags } from '../../lib/html-tags.ts';
import type { BodyText } from './body-text.ts';
import { joinedLines } from '../cjk/line-breaks.ts';
import { lastSentenceEnd } from './sentences.ts';
import { withoutShortcodes } from './shortcodes.ts';

/** Characters; fits lists and link previews. */
const MIN_LENGTH = 80;
const MAX_LENGTH = 240;
/** Length of a summary without the end of a sentence. */
const EXCERPT_LENGTH = 180;

/** A tag, a comment, or a link or image in Markdown, even if cut off. */
const MARKUP = /<[a-z/!]|\]\(/i;

/**
 * The description, or an excerpt of the text if the description is missing or
 * is only the truncated start of the text. The excerpt ends where the writer has
 * marked it, else after a sentence.
 * @param body start of the text: without headings on one line, and with a line break after each heading
 */
export function summaryOf(
  description: string | undefined,
  { prose, opening, lead }: Pick<BodyText, 'prose' | 'opening' | 'lead'>,
): string {
  const excerpt = lead ?? clip(prose);
  if (description === undefined) return excerpt;
  const written = joinedLines(description).replace(/\s+/g, ' ').trim();
  // Code that an old editor left in the text.
  const { code } = splitCode(written);
  if (code !== undefined && written.startsWith(code)) return excerpt;
  const start = written.replace(/(?:\.\.\.|\u2026)$/, '');
  if (start === written) return written;
  const stem = withoutShortcodes(start.trimEnd()).trim();
  const index = indexIn(prose, stem);
  if (index !== undefined) return lead ?? clip(prose.slice(index));
  // Nobody writes markup in a description, so it was cut from the source of the post.
  if (MARKUP.test(stem)) return excerpt;
  return (runsOnFromHeading(stem, opening) && excerpt) || atWord(stem);
}

/** Whether `stem` is the start of the text with a heading that seems to be part of the sentence after it. */
function runsOnFromHeading(stem: string, opening: string): boolean {
  const letters = lettersOf(stem);
  if (!lettersOf(opening).startsWith(letters)) return false;
  // The sign is the link of the heading.
  return /[^\s.!?:\u2026#]#?\s*\n/.test(opening.slice(0, offsetOf(letters.length - 1, opening)));
}

/**
 * Index of `stem` in `prose`, compared by letters and digits; that of an opening quote before it.
 * A regular expression with all these letters would take 50 times as long.
 */
function indexIn(prose: string, stem: string): number | undefined {
  if (prose.startsWith(stem)) return 0;
  const letters = lettersOf(withoutTags(stem));
  const index = letters === '' ? -1 : lettersOf(prose).indexOf(letters);
  if (index === -1) return undefined;
  return prose.slice(0, offsetOf(index, prose)).search(/(?<![^\s\p{L}\p{N}])[^\s\p{L}\p{N}]*$/u);
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
  const end = lastSentenceEnd(text, MAX_LENGTH);
  return end >= MIN_LENGTH ? text.slice(0, end) : atWord(beginning(text));
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
  const cut = (UNSPACED.test(last) ? text : text.replace(/(?<!\s)\s+\S*$/u, '')).replace(
    /(?<![\s,;:\u2013\u2014-])[\s,;:\u2013\u2014-]+$/u,
    '',
  );
  return `${cut}\u2026`;
}
