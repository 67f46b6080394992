/** Text of a finished body: for its summary, its reading time and related posts. */
import { splitCode } from '../lib/code-in-text.ts';
import { isTag, isText, type ParentNode } from '../lib/html.ts';
import { wordStats } from '../lib/word-stats.ts';
import { DROPPED_WITH_CONTENT } from './html-elements.ts';

/** Leaves out code that an editor has left in the text. */
export interface BodyText {
  /** At most the first 2,000 characters on one line, without headings, tables and code. */
  readonly prose: string;
  /** Words in scripts with spaces between them. Those in code and tables count half. */
  readonly words: number;
  /** Characters in scripts without spaces, such as Japanese. Those in code and tables count half. */
  readonly characters: number;
  /** Terms outside code and tables, as `wordStats` makes them. */
  readonly terms: Int32Array;
}

const MAX_PROSE = 2000;
const SKIPPED: ReadonlySet<string> = new Set(['iframe', ...DROPPED_WITH_CONTENT]);
const NOT_PROSE = /^(?:pre|table|figcaption|sup|h[1-6])$/;
const NOT_PROSE_CLASS = /^(?:footnotes|markdown-alert-title)$/;
const BLOCK = /^(?:p|li|div|blockquote|br|dd|dt|section|hr|ul|ol)$/;

/** @param tree after all passes */
export function bodyText(tree: ParentNode): BodyText {
  let prose = '';
  // Readers scan code and tables rather than read them.
  const text = { read: '', scanned: '' };
  const addProse = (more: string): void => {
    if (prose.length <= MAX_PROSE) prose += more;
  };
  const visit = (node: ParentNode, part: keyof typeof text, isProse: boolean): void => {
    for (const child of node.children) {
      if (isText(child)) {
        const { rest } = splitCode(child.data);
        // The end of an element also ends a word.
        text[part] += `${rest} `;
        if (isProse) addProse(rest);
      }
      if (!isTag(child) || SKIPPED.has(child.name)) continue;
      const isScanned = child.name === 'pre' || child.name === 'table';
      const hasProse =
        isProse &&
        !NOT_PROSE.test(child.name) &&
        !NOT_PROSE_CLASS.test(child.attribs['class'] ?? '');
      const space = hasProse && BLOCK.test(child.name) ? ' ' : '';
      addProse(space);
      visit(child, isScanned ? 'scanned' : part, hasProse);
      addProse(space);
    }
  };
  visit(tree, 'read', true);
  const read = wordStats(text.read);
  const scanned = wordStats(text.scanned);
  return {
    // Most white space is a single space, which can stay.
    prose: prose
      .replace(/\s{2,}|[^\S ]/g, ' ')
      .trim()
      .slice(0, MAX_PROSE),
    words: read.words + Math.round(scanned.words / 2),
    characters: read.characters + Math.round(scanned.characters / 2),
    terms: read.terms,
  };
}

/** Silent reading of non-fiction by adults, the mean of https://doi.org/10.1016/j.jml.2019.104047 */
const WORDS_PER_MINUTE = 238;
/** Chinese or Japanese characters; what blogs in these languages assume. */
const CHARACTERS_PER_MINUTE = 500;

/** Whole minutes, at least 1. */
export function readingTime({ words, characters }: Pick<BodyText, 'words' | 'characters'>): number {
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE));
}
