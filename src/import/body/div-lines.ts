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
  const hasBlank = nodes.some((node, index) => isBlankLine(node) && isLine(nodes[index - 1]));
  if (!hasBlank) return nodes;
  return nodes.flatMap((node, index): readonly Node[] => {
    if (isBlankLine(node)) return [h('br', []), h('br', [])];
    if (!isLine(node)) return [node];
    const before = nodes.slice(Math.max(0, index - 2), index).findLast((other) => !isBlank(other));
    const next = nodes.slice(index + 1, index + 3).find((following) => !isBlank(following));
    if (!isLine(before) && !isLine(next)) return [node];
    const isAfterText = before !== undefined && !endsLine(before) && !isElement(before, 'br');
    const start = isAfterText ? [h('br', [])] : [];
    return [...start, ...node.children, h('br', [])];
  });
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
