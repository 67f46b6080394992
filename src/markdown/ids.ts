/** Ids of a body: each non-empty and given once, so that a link leads to one place. */
import { elementsOf } from '../lib/html.ts';
import type { BodyTree } from './body.ts';

/** The id that the page around the body uses. */
const RESERVED_ID = 'main';

/**
 * Drops ids that are empty, hold white space or were given before; returns
 * those that stay. The `name` of an anchor becomes its id.
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
