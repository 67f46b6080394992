/** What there is to read in a body, and the words that tell what it is about. */
import { isTag, isText, type ParentNode } from '../lib/html.ts';
import { splitCode } from '../lib/code-in-text.ts';
import { wordStats } from '../lib/word-stats.ts';
import { DROPPED_WITH_CONTENT } from './html-elements.ts';

/** The words of a body; those of code and tables count half, those of code that an editor has left in the text not at all. */
export interface Reading {
  /** Words of scripts that put spaces between them. */
  readonly words: number;
  /** Letters of scripts that do not, such as Japanese. */
  readonly characters: number;
  /** Terms of the running text, as `wordStats` makes them. */
  readonly terms: Int32Array;
}

const SKIPPED: ReadonlySet<string> = new Set(['iframe', ...DROPPED_WITH_CONTENT]);
/** A reader looks for something in these, rather than to read them through. */
const LOOKED_AT: ReadonlySet<string> = new Set(['pre', 'table']);

/** Reads the finished tree of a body. */
export function readBody(tree: ParentNode): Reading {
  const read = { text: '', lookedAt: '' };
  const visit = (node: ParentNode, part: keyof typeof read): void => {
    for (const child of node.children) {
      // A word ends with its element.
      if (isText(child)) read[part] += `${splitCode(child.data).rest} `;
      if (!isTag(child) || SKIPPED.has(child.name)) continue;
      visit(child, LOOKED_AT.has(child.name) ? 'lookedAt' : part);
    }
  };
  visit(tree, 'text');
  const text = wordStats(read.text);
  const lookedAt = wordStats(read.lookedAt);
  return {
    words: text.words + Math.round(lookedAt.words / 2),
    characters: text.characters + Math.round(lookedAt.characters / 2),
    terms: text.terms,
  };
}
