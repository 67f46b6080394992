/** Makes the ids of a body unique. */
import { elementsOf } from '../lib/html.ts';
import type { BodyTree } from './body.ts';

/** Used by the page around the body. */
const RESERVED_ID = 'main';

/**
 * Removes ids that are empty, contain white space or are duplicates; returns
 * the others. The `name` of an anchor becomes its id.
 */
export function uniqueIds({ tree }: BodyTree): Set<string> {
  const ids = new Set([RESERVED_ID]);
  for (const { name, attribs } of elementsOf(tree)) {
    const id = attribs['id'] ?? (name === 'a' ? attribs['name'] : undefined);
    delete attribs['name'];
    if (id === undefined) continue;
    attribs['id'] = id;
    if (id === '' || /\s/.test(id) || ids.has(id)) delete attribs['id'];
    else ids.add(id);
  }
  return ids;
}
