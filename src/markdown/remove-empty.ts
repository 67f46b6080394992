/** Removes empty elements and lines that old editors left between paragraphs. */
import {
  isTag,
  isText,
  setChildren,
  type ChildNode,
  type Element,
  type ParentNode,
} from '../lib/html.ts';

const INLINE = /^(?:a|b|em|i|small|span|strong|u)$/;
const BLOCK = /^(?:blockquote|div|figcaption|figure|p|section)$/;
/** Blocks that stay even if they are empty. */
const KEPT_BLOCK = /^(?:article|aside|caption|dd|details|dt|li|td|th|h[1-6])$/;
const LINE_END = new RegExp(`${BLOCK.source}|${KEPT_BLOCK.source}|^(?:dl|hr|ol|pre|table|ul)$`);
/** Attributes that give a span a purpose. */
const MEANINGFUL = ['class', 'dir', 'id', 'lang', 'title'];
/** Two make the space between paragraphs. */
const MAX_BREAKS = 2;

/**
 * Removes elements without content, breaks at the start and end of a block, and
 * all but two breaks in a row. Elements with an id stay: a link may lead there.
 */
export function removeEmpty(parent: ParentNode): void {
  const { children } = parent;
  const cleaned = children.map(cleanNode);
  const isBlock = !isTag(parent) || BLOCK.test(parent.name) || KEPT_BLOCK.test(parent.name);
  // Most elements need no change, and looking is faster than rebuilding them.
  if (
    !(isBlock && children.some(isGap)) &&
    cleaned.every((node, index) => node === children[index])
  )
    return;
  const nodes = cleaned.flat();
  setChildren(parent, isBlock ? trimLines(nodes) : nodes);
}

/** Whether this is a `span` without purpose, which `removeEmpty` replaces with its content. */
export function isBareSpan({ name, attribs }: Element): boolean {
  return name === 'span' && !MEANINGFUL.some((attribute) => Object.hasOwn(attribs, attribute));
}

/** Replacement for a node. */
function cleanNode(node: ChildNode): ChildNode | readonly ChildNode[] {
  // White space in `pre` matters.
  if (!isTag(node) || node.name === 'pre') return node;
  removeEmpty(node);
  const { name, attribs } = node;
  const isEmpty = node.children.every(isSpace);
  const isTarget = attribs['id'] !== undefined;
  if (INLINE.test(name)) {
    return (isEmpty && !isTarget) || isBareSpan(node) ? node.children : node;
  }
  if (!isEmpty || !BLOCK.test(name)) return node;
  if (!isTarget) return [];
  // Keeps the target of links without taking up space.
  node.name = 'span';
  return node;
}

/** Trims each run of nodes between blocks. */
function trimLines(nodes: readonly ChildNode[]): ChildNode[] {
  const lines: (readonly ChildNode[])[] = [];
  let line: ChildNode[] = [];
  for (const node of nodes) {
    if (isTag(node) && LINE_END.test(node.name)) {
      lines.push(trimLine(line), [node]);
      line = [];
    } else line.push(node);
  }
  return [...lines, trimLine(line)].flat();
}

function trimLine(line: readonly ChildNode[]): readonly ChildNode[] {
  const first = line.findIndex((node) => !isSpace(node));
  const last = line.findLastIndex((node) => !isSpace(node));
  let breaks = 0;
  return line.filter((node, index) => {
    if (!isSpace(node)) breaks = 0;
    else if (isTag(node)) breaks++;
    return first < index && index < last ? breaks <= MAX_BREAKS : !isGap(node);
  });
}

/** A break, or text without visible characters. */
function isSpace(node: ChildNode): boolean {
  return isTag(node) ? node.name === 'br' : !isText(node) || node.data.trim() === '';
}

/** White space that takes up room even on its own. */
function isGap(node: ChildNode): boolean {
  return isSpace(node) && (isTag(node) || (isText(node) && node.data.includes('\u00a0')));
}
