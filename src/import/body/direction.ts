/** Keeps the direction of blocks that run against the text around them. */
import type { Element } from 'hast';
import type { Direction } from '../../lib/language/tag.ts';
import { attribute, h, isBlank, isElement, setChildren, type Node, type Parent } from './tree.ts';

const DIRECTED = /^(?:p|div|section|article|center|blockquote|ul|ol|h[1-6])$/;

/**
 * Puts neighbours of the same direction into one `div`.
 * @param around direction of the text around
 */
export function normalizeDirection(parent: Parent, around: Direction): void {
  const children: Node[] = [];
  let run: Element | undefined;
  for (const child of parent.children) {
    const own = takeDirection(child) ?? around;
    if (isElement(child)) normalizeDirection(child, own);
    if (own === around || !isElement(child)) {
      if (!isBlank(child)) run = undefined;
      children.push(child);
    } else if (run === undefined) {
      run = h('div', [child], { dir: own });
      children.push(run);
    } else run.children.push(child);
  }
  setChildren(parent, children);
}

/** The attribute of a block, which loses it. */
function takeDirection(node: Node): Direction | undefined {
  if (!isElement(node) || !DIRECTED.test(node.tagName)) return undefined;
  const own = attribute(node, 'dir').toLowerCase();
  delete node.properties['dir'];
  return own === 'rtl' || own === 'ltr' ? own : undefined;
}
