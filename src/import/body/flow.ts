/** Rebuilds a body as blocks, paragraphs and lines: what an editor shows, whatever elements it wrote. */
import type { Element } from 'hast';
import { joinLines } from './div-lines.ts';
import { endsLine, piecesOf, trimLine } from './line.ts';
import { isParagraphBreak } from './merge.ts';
import {
  CONTAINERS,
  attribute,
  h,
  isBlank,
  isElement,
  setChildren,
  type Node,
  type Parent,
} from './tree.ts';
import { definitionsOf, listOf, strayItem } from './lists.ts';
import { tableOf } from './tables.ts';

/** Puts text into paragraphs, ends them at two breaks, and removes what only holds other blocks. */
export function normalizeFlow(parent: Parent): void {
  setChildren(parent, blocksOf(parent.children));
}

function blocksOf(nodes: readonly Node[]): Node[] {
  const blocks: Node[] = [];
  let line: Node[] = [];
  const endParagraph = (): void => {
    const children = trimLine(line);
    if (children.length > 0) blocks.push(h('p', children));
    line = [];
  };
  for (const piece of piecesOf(joinLines(nodes))) {
    if (!endsLine(piece)) {
      line.push(piece);
      continue;
    }
    endParagraph();
    if (piece.type === 'comment') blocks.push(piece);
    else if (isElement(piece) && !isParagraphBreak(piece))
      for (const block of blockOf(piece, blocks)) blocks.push(block);
  }
  endParagraph();
  return blocks;
}

const FLOW = { blocksOf, inlineOf };

/** What becomes of a block. */
function blockOf(element: Element, before: readonly Node[]): Node[] {
  const { tagName } = element;
  const id = attribute(element, 'id');
  const anchor = id === '' ? [] : [h('a', [], { id })];
  if (tagName === 'div' && attribute(element, 'dir') !== '') {
    const children = blocksOf([...anchor, ...element.children]);
    return children.length === 0 ? [] : [h('div', children, { dir: attribute(element, 'dir') })];
  }
  if (tagName === 'p' || CONTAINERS.has(tagName)) return blocksOf([...anchor, ...element.children]);
  switch (tagName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return headingOf(element, anchor);
    case 'ul':
    case 'ol':
      return listOf(element, anchor, FLOW);
    case 'li':
      return strayItem(element, before, FLOW);
    case 'dt':
    case 'dd':
      return blocksOf([...anchor, ...element.children]);
    case 'dl':
      return [...blocksOf(anchor), definitionsOf(element, FLOW)];
    case 'blockquote': {
      const children = blocksOf([...anchor, ...element.children]);
      return children.length === 0 ? [] : [h('blockquote', children)];
    }
    case 'footnote-note':
      return [h(tagName, blocksOf(element.children), element.properties)];
    case 'figure':
      return [...blocksOf(anchor), figureOf(element)];
    case 'details':
      return [...blocksOf(anchor), detailsOf(element)];
    case 'table':
      return [...blocksOf(anchor), ...tableOf(element, FLOW)];
    default:
      return [element];
  }
}

/** Text on one line, with `<br>` where it had lines or blocks. */
function inlineOf(nodes: readonly Node[]): Node[] {
  const lines: Node[] = [];
  for (const block of blocksOf(nodes)) {
    if (lines.length > 0) lines.push(h('br', []));
    if (isElement(block, 'p')) for (const child of block.children) lines.push(child);
    else lines.push(block);
  }
  return lines;
}

function headingOf({ tagName, children }: Element, anchor: readonly Node[]): Node[] {
  const line = inlineOf(children);
  const [only] = line;
  // A heading is bold anyway.
  const content = line.length === 1 && isElement(only, 'strong') ? only.children : line;
  if (content.length === 0) return blocksOf(anchor);
  const isText = content.every((node) => !isElement(node) || !endsLine(node));
  if (!hasWords(content)) return blocksOf([...anchor, ...children]);
  if (!isText)
    return blocksOf([...anchor, ...children]).map((block) =>
      isElement(block, 'p') && hasWords(block.children) ? h(tagName, block.children) : block,
    );
  return [h(tagName, [...anchor, ...content])];
}

function hasWords(nodes: readonly Node[]): boolean {
  return nodes.some((node) => {
    if (node.type === 'text') return !isBlank(node);
    return isElement(node) && hasWords(node.children);
  });
}

/** A figure keeps pictures as they are; anything else in it is a text of its own. */
function figureOf(figure: Element): Element {
  const caption = figure.children.find((child) => isElement(child, 'figcaption'));
  const others = figure.children.filter((child) => child !== caption);
  const content = others.every((child) => isElement(child, 'img', 'a')) ? others : blocksOf(others);
  const line = isElement(caption) ? [h('figcaption', inlineOf(caption.children))] : [];
  return h('figure', [...content, ...line]);
}

function detailsOf(details: Element): Element {
  const summary = details.children.find((child) => isElement(child, 'summary'));
  const others = details.children.filter((child) => child !== summary);
  const label = isElement(summary) ? [h('summary', inlineOf(summary.children))] : [];
  return h('details', [...label, ...blocksOf(others)], details.properties);
}
