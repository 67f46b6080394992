/** Tells lines from paragraphs where an editor wrote a `div` for each line. */
import type { Element } from 'hast';
import { endsLine } from './line.ts';
import {
  BLOCKS,
  CONTAINERS,
  elementsOf,
  h,
  isBlank,
  isElement,
  textOf,
  type Node,
} from './tree.ts';

/**
 * If some of the `div` elements are blank, these are the space between paragraphs, and the others are lines: each gets
 * a break instead.
 */
export function joinLines(nodes: readonly Node[]): readonly Node[] {
  const hasBlank = nodes.some(
    (node, index) => isBlankLine(node) && isLine(neighbour(nodes, index, -1)),
  );
  if (!hasBlank) return nodes;
  return nodes.flatMap((node, index): readonly Node[] => {
    if (isBlankLine(node)) return [h('br', []), h('br', [])];
    if (!isLine(node)) return [node];
    const before = neighbour(nodes, index, -1);
    if (![before, neighbour(nodes, index, 1)].some(isLine)) return [node];
    const isAfterText = before !== undefined && !endsLine(before) && !isElement(before, 'br');
    return [...(isAfterText ? [h('br', [])] : []), ...node.children, h('br', [])];
  });
}

/** The node before or after this one, without blank text. */
function neighbour(nodes: readonly Node[], index: number, step: 1 | -1): Node | undefined {
  const next = nodes[index + step];
  return isBlank(next) ? nodes[index + 2 * step] : next;
}

function isBlankLine(node: Node | undefined): boolean {
  return isElement(node, 'div') && isPlain(node) && textOf(node).trim() === '';
}

function isLine(node: Node | undefined): node is Element {
  return isElement(node, 'div') && isPlain(node) && textOf(node).trim() !== '';
}

/** Whether it holds nothing but text. */
function isPlain(element: Element): boolean {
  const { id } = element.properties;
  return (
    id === undefined &&
    elementsOf(element).every(
      (part) =>
        part.tagName !== 'img' && !BLOCKS.has(part.tagName) && !CONTAINERS.has(part.tagName),
    )
  );
}
