/** Makes lists of the paragraphs that Word exports for them, with a bullet or number as text before each item. */
import type { Element } from 'hast';
import {
  attribute,
  classesOf,
  elementsOf,
  h,
  hasElement,
  isBlank,
  isBlock,
  isElement,
  isText,
  setChildren,
  textOf,
  type Node,
  type Parent,
} from './tree.ts';

interface Item {
  readonly content: Element;
  /** From 1. */
  readonly level: number;
  /** Of a numbered item. */
  readonly number: number | undefined;
}

export function normalizeWordLists(parent: Parent): void {
  for (const child of parent.children) if (isElement(child)) normalizeWordLists(child);
  const children: Node[] = [];
  let items: Item[] = [];
  let gap: Node[] = [];
  const endList = (): void => {
    if (items.length > 0) for (const list of listsOf(items)) children.push(list);
    for (const node of gap) children.push(node);
    items = [];
    gap = [];
  };
  for (const child of parent.children) {
    const item = isElement(child, 'p', 'div') ? itemOf(child) : undefined;
    if (item !== undefined) {
      items.push(item);
      gap = [];
    } else if (items.length > 0 && (isBlank(child) || child.type === 'comment')) gap.push(child);
    else {
      endList();
      children.push(child);
    }
  }
  endList();
  setChildren(parent, children);
}

/** Bullets in the fonts of Word, some of which are letters in others. */
const BULLET = /^(?:[^\p{L}\p{N}\s]|[oqvØü§])$/u;
const NUMBER = /^(\d{1,4})[.)]$/;
/** A label that the blog's editor has left without its marks. */
const LABEL = /^[\n\r\t ]*([·•§]|o(?=\u00a0)|\d{1,4}[.)])(?:[\n\r\t ]*\u00a0)[\s\u00a0]*/;

/** An item without its label; `undefined` for another paragraph. */
function itemOf(paragraph: Element): Item | undefined {
  if (paragraph.children.some(isBlock)) return undefined;
  const style = attribute(paragraph, 'style');
  const [, level = '1'] = /\bmso-list:\s*l\d+\s+level(\d)/i.exec(style) ?? [];
  const ignored = elementsOf(paragraph).find((part) =>
    /\bmso-list:\s*ignore/i.test(attribute(part, 'style')),
  );
  const isWord =
    style.includes('mso-list') || classesOf(paragraph).some((name) => name.startsWith('MsoList'));
  const [found = '', label = ''] = LABEL.exec(textOf(paragraph)) ?? [];
  const sign = ignored === undefined ? label : textOf(ignored).replace(/[\s\u00a0]/g, '');
  const [, digits] = NUMBER.exec(sign) ?? [];
  if (digits === undefined && !BULLET.test(sign)) return undefined;
  // Anybody may begin a paragraph with a number.
  if (ignored === undefined && !isWord && sign !== '·') return undefined;
  // Several lines are no item.
  if (ignored === undefined && hasElement(paragraph, 'br')) return undefined;
  const content = h('li', paragraph.children);
  if (ignored === undefined) removeStart(content, found.length);
  else ignored.children = [];
  return {
    content,
    level: Number(level),
    number: digits === undefined ? undefined : Number(digits),
  };
}

/** Removes characters at the start. */
function removeStart(parent: Element, length: number): void {
  let rest = length;
  for (const child of parent.children) {
    if (rest === 0) return;
    const size = Math.min(rest, textOf(child).length);
    if (isText(child)) child.value = child.value.slice(size);
    else if (isElement(child)) removeStart(child, size);
    rest -= size;
  }
}

/** Nests the items by their levels. A change between bullets and numbers on the first level starts another list. */
function listsOf(items: readonly Item[]): Element[] {
  const lists: Element[] = [];
  let open: { readonly list: Element; readonly level: number }[] = [];
  for (const { content, level, number } of items) {
    open = open.filter((one) => one.level <= level);
    const name = number === undefined ? 'ul' : 'ol';
    const last = open.at(-1);
    if (last?.level === level && last.list.tagName === name) {
      last.list.children.push(content);
      continue;
    }
    if (last?.level === level) open.pop();
    const start = number === undefined || number === 1 ? {} : { start: number };
    const list = h(name, [content], start);
    const outer = open.at(-1)?.list.children.at(-1);
    if (isElement(outer)) outer.children.push(list);
    else lists.push(list);
    open.push({ list, level });
  }
  return lists;
}
