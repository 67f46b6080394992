/** Tells lines from paragraphs where an editor wrote a `div` for each line. */
import type { Element } from 'hast';
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
    const next = nodes.slice(index + 1, index + 3).find((following) => !isBlank(following));
    return isLine(next) ? [...node.children, h('br', [])] : [node];
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
