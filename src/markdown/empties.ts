/** What editors of old left between paragraphs: elements of nothing, and lines of nothing but space. */
import {
  isTag,
  isText,
  setChildren,
  type ChildNode,
  type Element,
  type ParentNode,
} from '../lib/html.ts';
import type { BodyTree } from './body.ts';

const INLINE: ReadonlySet<string> = new Set([
  ...['a', 'b', 'big', 'em', 'font', 'i', 'small', 'span', 'strong', 'u'],
]);
const BLOCKS: ReadonlySet<string> = new Set([
  ...['blockquote', 'center', 'div', 'figcaption', 'figure', 'p', 'section'],
]);
/** Lines of text stand in these as in a block; they stay even when there is none. */
const PLACES: ReadonlySet<string> = new Set([
  ...['article', 'aside', 'caption', 'dd', 'details', 'dt', 'li', 'td', 'th'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
]);
/** No line goes on from before these to behind them. */
const INTERRUPTS: ReadonlySet<string> = new Set([
  ...[...BLOCKS, ...PLACES],
  ...['dl', 'hr', 'ol', 'pre', 'table', 'ul'],
]);
/** Attributes without which a span says nothing of its text. */
const MEANINGS = ['class', 'dir', 'id', 'lang', 'title'];
/** Two breaks make the space between paragraphs. */
const MOST_BREAKS = 2;

/**
 * Drops elements without content, breaks at the beginning and end of a block,
 * and all but two of a row of them. What has an id stays, as a link may lead
 * there.
 */
export function dropEmpties({ tree }: BodyTree): void {
  tidy(tree);
}

function tidy(parent: ParentNode): void {
  const { children } = parent;
  const instead = children.map(tidied);
  const isBlock = !isTag(parent) || BLOCKS.has(parent.name) || PLACES.has(parent.name);
  const hasGap = isBlock && children.some(isGap);
  // Most elements are tidy, and building them anew would cost more than looking.
  if (!hasGap && instead.every((node, index) => node === children[index])) return;
  const nodes = instead.flat();
  setChildren(parent, isBlock ? linesOf(nodes) : nodes);
}

/** What stands for a node: itself, or others. */
function tidied(node: ChildNode): ChildNode | readonly ChildNode[] {
  // White space in `pre` is the writer's.
  if (!isTag(node) || node.name === 'pre') return node;
  tidy(node);
  const isEmpty = node.children.every(isSpace);
  if (INLINE.has(node.name)) {
    return (isEmpty && !isPlace(node)) || isBare(node) ? node.children : node;
  }
  if (!isEmpty || !BLOCKS.has(node.name)) return node;
  if (!isPlace(node)) return [];
  // A place that takes no room.
  node.name = 'span';
  return node;
}

/** Whether a link may lead there. */
function isPlace({ attribs }: Element): boolean {
  return attribs['id'] !== undefined;
}

function isBare({ name, attribs }: Element): boolean {
  return name === 'span' && !MEANINGS.some((attribute) => attribute in attribs);
}

/** Whether a reader sees nothing of it but a gap. */
function isSpace(node: ChildNode): boolean {
  if (isTag(node)) return node.name === 'br';
  return !isText(node) || node.data.trim() === '';
}

function linesOf(nodes: readonly ChildNode[]): ChildNode[] {
  const parts: (readonly ChildNode[])[] = [];
  let line: ChildNode[] = [];
  for (const node of nodes) {
    if (isTag(node) && INTERRUPTS.has(node.name)) {
      parts.push(withoutGaps(line), [node]);
      line = [];
    } else line.push(node);
  }
  return [...parts, withoutGaps(line)].flat();
}

/** @param line nodes without a block among them */
function withoutGaps(line: readonly ChildNode[]): readonly ChildNode[] {
  if (!line.some(isGap)) return line;
  const first = line.findIndex((node) => !isSpace(node));
  const last = line.findLastIndex((node) => !isSpace(node));
  let breaks = 0;
  return line.filter((node, index) => {
    if (!isSpace(node)) breaks = 0;
    else if (isTag(node)) breaks++;
    const isInside = first !== -1 && first < index && index < last;
    return !isSpace(node) || (isInside ? breaks <= MOST_BREAKS : !isGap(node));
  });
}

/** Whether it makes room where it stands alone. */
function isGap(node: ChildNode): boolean {
  if (isTag(node)) return node.name === 'br';
  return isText(node) && node.data.includes('\u00a0') && node.data.trim() === '';
}
