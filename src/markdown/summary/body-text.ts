/** Text of a finished body: for its summary, its reading time and related posts. */
import { splitCode } from '../../lib/code-in-text.ts';
import {
  elementsOf,
  isTag,
  isText,
  textOf,
  type Element,
  type ParentNode,
} from '../../lib/html.ts';
import { wordStats } from '../../lib/word-stats.ts';
import { joinedLines } from '../cjk/line-breaks.ts';
import { LEAKED_CODE_CLASS } from '../leaked-code.ts';
import { isMore } from './more.ts';
import { DROPPED_WITH_CONTENT } from '../raw-html/html-elements.ts';
import { maskCode, withoutShortcodes } from './shortcodes.ts';

/** Leaves out code that an editor has left in the text. */
export interface BodyText {
  /** At most the first 2,000 characters on one line, without headings, tables and code. */
  readonly prose: string;
  /** The prose before the mark of its end, `<!--more-->`; absent without one, or before the first words. */
  readonly lead?: string;
  /** At most the first 2,000 characters of all text, with a line break after each heading and no other. */
  readonly opening: string;
  /** Words in scripts with spaces between them. Those in code and tables count half. */
  readonly words: number;
  /** Characters in scripts without spaces, such as Japanese. Those in code and tables count half. */
  readonly characters: number;
  /** Terms outside code and tables, as `wordStats` makes them. */
  readonly terms: Int32Array;
}

const MAX_PROSE = 2000;
/** Elements whose content readers do not see. Players show it in old browsers only. */
const SKIPPED: ReadonlySet<string> = new Set([
  ...['audio', 'iframe', 'video'],
  ...DROPPED_WITH_CONTENT,
]);
const NOT_PROSE = /^(?:pre|table|figcaption|sup|canvas|noscript|h[1-6])$/;
const NOT_PROSE_CLASS = /^(?:footnotes|markdown-alert-title)$/;
/** They end the word before them. */
const BLOCK =
  /^(?:address|article|aside|audio|blockquote|br|canvas|center|d[dlt]|details|dialog|dir|div|fieldset|figcaption|figure|footer|form|h[1-6r]|header|hgroup|iframe|legend|li|main|menu|nav|noscript|object|ol|option|p|pre|search|section|select|summary|t[dhr]|table|textarea|ul|video)$/;
const HEADING = /^h[1-6]$/;
const CODE = /^(?:code|kbd|samp)$/;

/** @param tree after all passes */
export function bodyText(tree: ParentNode): BodyText {
  let prose = '';
  let opening = '';
  let lead: string | undefined;
  // Readers scan code and tables rather than read them.
  const text: Record<'read' | 'scanned', string> = { read: '', scanned: '' };
  const addProse = (more: string): void => {
    if (prose.length <= MAX_PROSE) prose += more;
  };
  const visit = (node: ParentNode, part: keyof typeof text, isProse: boolean): void => {
    const isCode = isTag(node) && CODE.test(node.name);
    for (const child of node.children) {
      if (isText(child)) {
        const { rest } = splitCode(child.data);
        // The end of an element also ends a word.
        text[part] += `${rest} `;
        if (opening.length <= MAX_PROSE) opening += rest.replace(/\s/g, ' ');
        if (isProse) addProse(isCode ? maskCode(rest) : rest);
      }
      if (isProse && !isCode && isMore(child)) lead ??= prose;
      if (!isTag(child)) continue;
      const { name } = child;
      const end = isProse && BLOCK.test(name) ? '\n' : '';
      addProse(end);
      if (SKIPPED.has(name) || child.attribs['class'] === LEAKED_CODE_CLASS) continue;
      if (isProse && name === 'sup') addProse(superscript(child, prose));
      const hasProse =
        isProse && !NOT_PROSE.test(name) && !NOT_PROSE_CLASS.test(child.attribs['class'] ?? '');
      visit(child, name === 'pre' || name === 'table' ? 'scanned' : part, hasProse);
      addProse(end);
      if (HEADING.test(name)) opening += '\n';
    }
  };
  visit(tree, 'read', true);
  const read = wordStats(text.read);
  const scanned = wordStats(text.scanned);
  const marked = onOneLine(lead ?? '');
  return {
    prose: onOneLine(prose),
    ...(marked !== '' && { lead: marked }),
    opening: opening.slice(0, MAX_PROSE),
    words: read.words + Math.round(scanned.words / 2),
    characters: read.characters + Math.round(scanned.characters / 2),
    terms: read.terms,
  };
}

function onOneLine(prose: string): string {
  // Most white space is a single space, which can stay.
  return joinedLines(withoutShortcodes(prose.slice(0, 2 * MAX_PROSE)))
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()
    .slice(0, MAX_PROSE);
}

/**
 * A superscript within plain text: `10^6`, but `1st`; empty for a reference to a footnote.
 * @param before the text before it
 */
function superscript(element: Element, before: string): string {
  const text = textOf(element).trim();
  const isReference = elementsOf(element).some(({ attribs }) => attribs['href']?.startsWith('#'));
  if (isReference || /^\[[^[\]]{1,3}\]$/.test(text)) return '';
  const isExponent = /^[+\u2212-]?[ijkmnpqtxyz]$|\d/.test(text) && /[\p{L}\p{N})\]]$/u.test(before);
  if (!isExponent) return text;
  return /^[+\u2212-]?[\p{L}\p{N}.,]+$|^\(.*\)$/u.test(text) ? `^${text}` : `^(${text})`;
}

/** Silent reading of non-fiction by adults, the mean of https://doi.org/10.1016/j.jml.2019.104047 */
const WORDS_PER_MINUTE = 238;
/** Chinese or Japanese characters; what blogs in these languages assume. */
const CHARACTERS_PER_MINUTE = 500;

/** Whole minutes, at least 1. */
export function readingTime({ words, characters }: Pick<BodyText, 'words' | 'characters'>): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE));
}
