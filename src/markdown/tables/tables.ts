/** Makes tables accessible: wide ones scroll, also by keyboard, and headers are marked. */
import { Element, elementsOf, isInside, textOf, wrap } from '../../lib/html.ts';
import type { BodyTree } from '../body.ts';
import { textWithoutMarks } from '../footnotes/footnote-marks.ts';
import { markHeaders } from './table-headers.ts';
import { shapeOf } from './table-shape.ts';

const ALIGNED = /^(?:td|th|tr|p|div|h[1-6])$/;

/** Wraps every outermost table; one that only positions images is marked as presentation instead. */
export function wrapTables({ tree, words }: BodyTree): void {
  for (const element of elementsOf(tree)) {
    const { name, attribs } = element;
    // Replaces the obsolete `align` by a class.
    const side = attribs['align']?.toLowerCase() ?? '';
    delete attribs['align'];
    if (/^(?:left|center|right)$/.test(side) && ALIGNED.test(name))
      attribs['class'] = `align-${side}`;
    // Only the wrappers below may have these.
    if (name === 'div' || name === 'table')
      for (const attribute of ['role', 'tabindex', 'aria-label']) delete attribs[attribute];
    if (name !== 'table') continue;
    if (positionsImages(element)) {
      attribs['role'] = 'presentation';
      continue;
    }
    markHeaders(element);
    if (!isInside(element, 'table')) wrap(element, wrapperFor(element, words.table));
  }
}

/** A group rather than a landmark, which would be too many on a page with ten tables. */
function wrapperFor(table: Element, fallback: string): Element {
  const caption = elementsOf(table).find(({ name }) => name === 'caption');
  const label = caption === undefined ? '' : textWithoutMarks(caption);
  return new Element('div', {
    class: ['table-scroll', ...shapeOf(table)].join(' '),
    role: 'group',
    'aria-label': label.replace(/\s+/g, ' ').trim() || fallback,
    tabindex: '0',
  });
}

/** Whether a table has images and no headers. */
function positionsImages(table: Element): boolean {
  const elements = elementsOf(table);
  if (!elements.some(({ name }) => name === 'img')) return false;
  return !elements.some((element) => element.name === 'th' && textOf(element).trim() !== '');
}
