/** Tables wider than a phone scroll in a frame of their own, which the keyboard can reach. */
import { Element, elementsOf, isTag, wrap, type ParentNode } from '../html.ts';
import type { BodyTree } from './body.ts';

/** Wraps every table that is not inside another. */
export function frameTables({ tree }: BodyTree): void {
  for (const table of elementsOf(tree)) {
    if (table.name !== 'table' || isInside(table, 'table')) continue;
    const frame = new Element('div', {
      class: 'table-scroll',
      role: 'region',
      'aria-label': 'Table',
      tabindex: '0',
    });
    wrap(table, frame);
  }
}

function isInside(element: Element, name: string): boolean {
  for (let parent: ParentNode | null = element.parent; parent !== null; parent = parent.parent) {
    if (isTag(parent) && parent.name === name) return true;
  }
  return false;
}
