/** Collects the ids of a body and its links to ids, for the report on broken fragments. */
import { tagsOf } from '../lib/html-tags.ts';
import type { Fragments } from './body.ts';

/** @param html finished and sanitised */
export function fragmentsOf(html: string): Fragments {
  const ids: string[] = [];
  const links: string[] = [];
  for (const { name, attributes } of tagsOf(html)) {
    const { id, href, class: kind } = Object.fromEntries(attributes.map((a) => [a.name, a.value]));
    if (id !== undefined) ids.push(id);
    if (name === 'a' && kind !== 'anchor' && href?.includes('#') === true) links.push(href);
  }
  return { ids, links };
}
