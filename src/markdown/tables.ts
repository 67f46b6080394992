/** Tables: wider ones scroll in a frame that the keyboard can reach, and their headers are marked as such. */
import { Element, elementsOf, isInside, textOf, wrap } from '../lib/html.ts';
import type { BodyTree } from './body.ts';
import { markHeaders } from './table-headers.ts';

const SIDES = new Set(['left', 'center', 'right']);
const ALIGNED = new Set(['td', 'th', 'tr', 'p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Frames every table that is not inside another; one that only places pictures is no table to a reader. */
export function frameTables({ tree, words }: BodyTree): void {
  for (const element of elementsOf(tree)) {
    alignByClass(element);
    // Only the frames below may claim a role or a stop of the keyboard.
    if (element.name === 'div' || element.name === 'table') dropRole(element);
    if (element.name !== 'table') continue;
    if (placesPictures(element)) {
      element.attribs['role'] = 'presentation';
      continue;
    }
    markHeaders(element);
    if (!isInside(element, 'table')) wrap(element, frameFor(element, words.table));
  }
}

/** Not a landmark: a page with ten tables would have ten of them. */
function frameFor(table: Element, unnamed: string): Element {
  const caption = elementsOf(table).find(({ name }) => name === 'caption');
  const label = caption === undefined ? '' : textOf(caption).replace(/\s+/g, ' ').trim();
  return new Element('div', {
    class: 'table-scroll',
    role: 'group',
    'aria-label': label || unnamed,
    tabindex: '0',
  });
}

/** Pictures beside text, in a table without headers. */
function placesPictures(table: Element): boolean {
  const elements = elementsOf(table);
  if (!elements.some(({ name }) => name === 'img')) return false;
  return !elements.some((element) => element.name === 'th' && textOf(element).trim() !== '');
}

/** `align` has left HTML; the stylesheet knows classes. */
function alignByClass({ name, attribs }: Element): void {
  const side = attribs['align']?.toLowerCase();
  delete attribs['align'];
  if (side !== undefined && SIDES.has(side) && ALIGNED.has(name)) {
    attribs['class'] = `align-${side}`;
  }
}

function dropRole({ attribs }: Element): void {
  for (const name of ['role', 'tabindex', 'aria-label']) delete attribs[name];
}
