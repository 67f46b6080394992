/** Rebuilds a body as blocks, paragraphs and lines: what an editor shows, whatever elements it wrote. */
import type { Element } from 'hast';
import { endsLine, isParagraphBreak, piecesOf, trimLine } from './line.ts';
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
  for (const piece of piecesOf(nodes)) {
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

/** What becomes of a block. */
function blockOf(element: Element, before: readonly Node[]): Node[] {
  const { tagName } = element;
  const id = attribute(element, 'id');
  const anchor = id === '' ? [] : [h('a', [], { id })];
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
      return [...listOf(element, anchor)];
    case 'li':
      return strayItem(element, before);
    case 'dt':
    case 'dd':
      return blocksOf([...anchor, ...element.children]);
    case 'dl':
      return [...blocksOf(anchor), definitionsOf(element)];
    case 'blockquote': {
      const children = blocksOf([...anchor, ...element.children]);
      return children.length === 0 ? [] : [h('blockquote', children)];
    }
    case 'footnote-note':
      return [h(tagName, blocksOf(element.children), element.properties)];
    case 'details':
      return [...blocksOf(anchor), detailsOf(element)];
    case 'table':
      return [...blocksOf(anchor), ...tableOf(element)];
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
  if (!isText || !hasWords(content)) return blocksOf([...anchor, ...children]);
  return [h(tagName, [...anchor, ...content])];
}

function hasWords(nodes: readonly Node[]): boolean {
  return nodes.some((node) => {
    if (node.type === 'text') return !isBlank(node);
    return isElement(node) && hasWords(node.children);
  });
}

function listOf(list: Element, anchor: readonly Node[]): Node[] {
  const items: Element[] = [];
  let stray: Node[] = [];
  const endStray = (): void => {
    const made = itemOf(h('li', stray));
    if (made.children.length > 0) items.push(made);
    stray = [];
  };
  for (const child of list.children) {
    const isList = isElement(child, 'ul', 'ol');
    if (!isList && !isElement(child, 'li')) {
      stray.push(child);
      continue;
    }
    endStray();
    const last = items.at(-1);
    if (!isList) items.push(itemOf(child));
    else if (last === undefined) stray.push(child);
    else for (const nested of listOf(child, [])) setChildren(last, [...last.children, nested]);
  }
  endStray();
  const filled = items.filter((item) => item.children.length > 0);
  if (filled.length === 0) return blocksOf(anchor);
  return [...blocksOf(anchor), h(list.tagName, filled, list.properties)];
}

function itemOf(item: Element): Element {
  const id = attribute(item, 'id');
  const blocks = blocksOf([...(id === '' ? [] : [h('a', [], { id })]), ...item.children]);
  const [first, ...others] = blocks;
  const isTight = isElement(first, 'p') && others.every((block) => isElement(block, 'ul', 'ol'));
  return h('li', isTight ? [...first.children, ...others] : blocks, item.properties);
}

/** An item without a list. */
function strayItem(item: Element, before: readonly Node[]): Node[] {
  const list = before.at(-1);
  const made = itemOf(item);
  if (made.children.length === 0) return [];
  if (!isElement(list, 'ul') || attribute(list, 'dataMade') === '')
    return [h('ul', [made], { dataMade: 'true' })];
  list.children.push(made);
  return [];
}

function definitionsOf(list: Element): Element {
  const children = list.children.flatMap((child) => {
    if (!isElement(child)) return [];
    if (child.tagName === 'dt') return [h('dt', inlineOf(child.children), child.properties)];
    if (child.tagName === 'dd') return [h('dd', tight(blocksOf(child.children)), child.properties)];
    return child.tagName === 'div' ? definitionsOf(child).children : [];
  });
  return h('dl', children);
}

/** The text of a single paragraph without the paragraph. */
function tight(blocks: readonly Node[]): readonly Node[] {
  const [only] = blocks;
  return blocks.length === 1 && isElement(only, 'p') ? only.children : blocks;
}

function detailsOf(details: Element): Element {
  const summary = details.children.find((child) => isElement(child, 'summary'));
  const others = details.children.filter((child) => child !== summary);
  const label = isElement(summary) ? [h('summary', inlineOf(summary.children))] : [];
  return h('details', [...label, ...blocksOf(others)], details.properties);
}

function tableOf(table: Element): Node[] {
  normalizeCells(table);
  const cells = cellsIn(table);
  const [only] = cells;
  const hasCaption = table.children.some((child) => isElement(child, 'caption'));
  // A frame around text.
  if (cells.length === 1 && only?.tagName === 'td' && !hasCaption) return blocksOf(only.children);
  return cells.some((cell) => cell.children.length > 0) || hasCaption ? [table] : [];
}

function normalizeCells(parent: Element): void {
  for (const child of parent.children) {
    if (!isElement(child)) continue;
    if (child.tagName === 'td' || child.tagName === 'th') {
      const blocks = blocksOf(child.children);
      const isText = blocks.every((block) => isElement(block, 'p'));
      child.children = h('td', isText ? inlineOf(child.children) : blocks).children;
    } else if (child.tagName === 'caption')
      child.children = h('p', inlineOf(child.children)).children;
    else normalizeCells(child);
  }
}

function cellsIn(parent: Element): Element[] {
  return parent.children.flatMap((child) => {
    if (!isElement(child)) return [];
    if (child.tagName === 'td' || child.tagName === 'th') return [child];
    return /^t(?:r|body|head|foot)$/.test(child.tagName) ? cellsIn(child) : [];
  });
}
