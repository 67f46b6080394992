/** Counts the words of a body, for its reading time and for related posts. */
import { isTag, isText, type ParentNode } from '../lib/html.ts';
import { splitCode } from '../lib/code-in-text.ts';
import { wordStats } from '../lib/word-stats.ts';
import { DROPPED_WITH_CONTENT } from './html-elements.ts';

/**
 * Words in code and tables count half; code that an editor has left in the
 * text does not count.
 */
export interface Reading {
  /** Words of scripts that put spaces between them. */
  readonly words: number;
  /** Characters of scripts that do not, such as Japanese. */
  readonly characters: number;
  /** Terms of the running text, as `wordStats` makes them. */
  readonly terms: Int32Array;
}

const SKIPPED: ReadonlySet<string> = new Set(['iframe', ...DROPPED_WITH_CONTENT]);
/** Readers look something up in these rather than read them through. */
const LOOKED_AT: ReadonlySet<string> = new Set(['pre', 'table']);

/** Silent reading of non-fiction by adults, the mean of https://doi.org/10.1016/j.jml.2019.104047 */
const WORDS_A_MINUTE = 238;
/** Characters of Chinese or Japanese; what blogs in these languages assume. */
const CHARACTERS_A_MINUTE = 500;

/** Reading time in whole minutes, at least 1. */
export function minutesOf({ words, characters }: Pick<Reading, 'words' | 'characters'>): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE + characters / CHARACTERS_A_MINUTE));
}

/** @param tree after all passes */
export function readBody(tree: ParentNode): Reading {
  const read = { text: '', lookedAt: '' };
  const visit = (node: ParentNode, part: keyof typeof read): void => {
    for (const child of node.children) {
      // The end of an element also ends a word.
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
