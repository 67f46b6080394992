/** How far a picture reaches: what its writer chose by a class. */
import { elementsOf, type Element } from '../../lib/html.ts';

/** Beyond the end of the text column, across the screen, or as far as the text in any case. */
export type Reach = 'wide' | 'full' | 'inset';

/** Our own classes, those of WordPress, and those of Ghost. */
const REACHES: ReadonlyMap<string, Reach> = new Map([
  ['wide', 'wide'],
  ['alignwide', 'wide'],
  ['kg-width-wide', 'wide'],
  ['full', 'full'],
  ['alignfull', 'full'],
  ['kg-width-full', 'full'],
  ['inset', 'inset'],
]);

export function reachOf(classes: readonly string[]): Reach | undefined {
  for (const name of classes) {
    const reach = REACHES.get(name.toLowerCase());
    if (reach !== undefined) return reach;
  }
  return undefined;
}

export function classesOf({ attribs }: Element): string[] {
  return (attribs['class'] ?? '').split(/\s+/).filter((name) => name !== '');
}

export function setClasses({ attribs }: Element, ...names: readonly (string | undefined)[]): void {
  attribs['class'] = names.filter((name) => name !== undefined).join(' ');
  if (attribs['class'] === '') delete attribs['class'];
}

/** Leaves only our own class, on the images themselves. */
export function normalizeReach(element: Element): void {
  const { name, attribs } = element;
  if (name !== 'img' && name !== 'figure') return;
  const reach = reachOf(classesOf(element));
  delete attribs['class'];
  if (reach === undefined) return;
  if (name === 'img') attribs['class'] = reach;
  for (const image of elementsOf(element)) if (image.name === 'img') image.attribs['class'] = reach;
}
