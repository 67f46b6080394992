/** Whether an element tells assistive technology what it is. https://www.w3.org/TR/accname-1.2/ */
import { elementsOf, isTag, textOf, type Element } from '../lib/html.ts';

/** @param ids of the page */
export function hasName(element: Element, ids: ReadonlySet<string>): boolean {
  if (hasOwnName(element, ids) || textOf(element).trim() !== '') return true;
  return elementsOf(element).some(
    ({ name, attribs }) =>
      (name === 'img' && (attribs['alt'] ?? '').trim() !== '') ||
      (name === 'svg' && attribs['aria-label'] !== undefined),
  );
}

/** Whether an attribute names the element. */
export function hasOwnName({ attribs }: Element, ids: ReadonlySet<string>): boolean {
  const references = attribs['aria-labelledby']?.split(/\s+/) ?? [];
  return (
    ['aria-label', 'title'].some((name) => (attribs[name] ?? '').trim() !== '') ||
    references.some((id) => ids.has(id))
  );
}

/** Not for assistive technology, or filled in by a script. */
export function isHidden(element: Element): boolean {
  for (let node: Element | null = element; node !== null;) {
    if (node.attribs['aria-hidden'] === 'true' || node.attribs['hidden'] !== undefined) return true;
    if (node.name === 'template') return true;
    node = node.parent !== null && isTag(node.parent) ? node.parent : null;
  }
  return false;
}
