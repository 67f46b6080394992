/** Parses HTML as browsers do. The only importer of parse5. */
import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parseFragment } from 'parse5';

/**
 * @param html of a body, not of a whole page
 * @throws {RangeError} if thousands of elements are nested
 */
export function parseHtml(html: string): Root {
  const tree = fromParse5(parseFragment(html, { scriptingEnabled: false }));
  if (tree.type !== 'root') throw new Error(`A fragment of HTML became a ${tree.type}.`);
  return tree;
}
