/**
 * Decides what in a Markdown text is HTML and what is text in angle brackets,
 * before the Markdown parser sees it.
 */
import type { Problem } from '../../lib/problem.ts';
import { applyEdits, type Edit } from './source-edits.ts';
import { strictTag } from './source-tag.ts';
import { findTags, type Findings, type FoundTag } from './tag-finder.ts';
import { matchTags, type Decision } from './tag-matcher.ts';
import { MEDIA, isPrefixed, isVoid } from './tag-rules.ts';
import { tagProblems } from './tag-problems.ts';

export interface HtmlOrText {
  /** Markdown in which every remaining `<` starts a tag, a comment, an autolink or a link target. */
  readonly markdown: string;
  /** Turns the parser's output into HTML that shows the other ones. */
  readonly restore: (html: string) => string;
  /** Does the same for plain text, such as a message. */
  readonly restoreText: (text: string) => string;
  readonly problems: readonly Problem[];
}

/**
 * Stands in for a `<` that is text; the first that the text does not contain.
 * For Markdown, they are punctuation like `<`.
 */
const STAND_INS = Array.from({ length: 256 }, (_, index) => String.fromCodePoint(0x2a00 + index));
/** Matches all of them. */
export const STAND_IN = /[\u2A00-\u2AFF]/;

/** Tags that turn out to be text can change what is code, and so the fate of other tags. */
const ROUNDS = 3;

/** @param source with `\n` as line ends */
export function separateHtml(source: string, file: string): HtmlOrText {
  if (!source.includes('<'))
    return { markdown: source, restore: unchanged, restoreText: unchanged, problems: [] };
  let rejected = new Set<number>();
  for (let round = 1; ; round++) {
    const found = findTags(source, rejected);
    const decisions = matchTags(source, found.tags);
    const text = decisions.filter(({ fate }) => fate === 'text').map(({ tag }) => tag.start);
    if (text.length > 0 && round < ROUNDS) {
      rejected = new Set([...rejected, ...text]);
      continue;
    }
    const standIn = STAND_INS.find((character) => !source.includes(character)) ?? '\uFE64';
    const encoded = encodeURI(standIn);
    return {
      markdown: applyEdits(source, editsFor(source, found, decisions, standIn), found.preformatted),
      restore: (html) => html.replaceAll(standIn, '&lt;').replaceAll(encoded, '%3C'),
      restoreText: (message) => message.replaceAll(standIn, '<'),
      problems: tagProblems(source, file, found, decisions),
    };
  }
}

function unchanged(text: string): string {
  return text;
}

/** For a browser and the Markdown parser, HTML without content. */
const NOTHING = '<!---->';

function editsFor(
  source: string,
  found: Findings,
  decisions: readonly Decision[],
  standIn: string,
): Edit[] {
  const replaceAngle = (start: number): Edit => ({ start, end: start + 1, text: standIn });
  const edits = found.text.map(replaceAngle);
  // Of end tags at the same place, the inner element's comes first.
  const insertions: Edit[] = [];
  for (const { tag, fate, closeAt } of decisions) {
    const { start, end, name } = tag;
    if (fate === 'text') edits.push(replaceAngle(start));
    else edits.push({ start, end, text: fate === 'dropped' ? NOTHING : tagText(source, tag) });
    if (closeAt !== undefined) {
      // What is shown instead of the element must not run into the word after it.
      const space = MEDIA.has(name) && /\S/.test(source[closeAt] ?? '') ? ' ' : '';
      insertions.push({ start: closeAt, end: closeAt, text: `</${name}>${space}` });
    }
  }
  for (const { start, end, isBlock } of found.comments) {
    if (!isBlock && /[\n|]|^<!--->?$/.test(source.slice(start, end)))
      edits.push({ start, end, text: NOTHING });
  }
  return [...insertions.toReversed(), ...edits];
}

function tagText(source: string, tag: FoundTag): string {
  if (isPrefixed(tag.name)) return '';
  const strict = strictTag(source, tag, isVoid(tag.name));
  return tag.name === 'xmp' ? strict.replace(/xmp/i, 'pre') : strict;
}
