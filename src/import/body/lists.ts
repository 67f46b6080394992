/** Rebuilds lists. */
import type { Element } from 'hast';
import { attribute, h, isBlank, isElement, setChildren, type Flow, type Node } from './tree.ts';

/** A list with nested lists in their items, after the anchor. */
export function listOf(list: Element, anchor: readonly Node[], flow: Flow): Node[] {
  const items: Element[] = [];
  let stray: Node[] = [];
  const endStray = (): void => {
    const made = itemOf(h('li', stray), flow);
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
    if (!isList) items.push(itemOf(child, flow));
    else if (last === undefined) stray.push(child);
    else
      for (const nested of listOf(child, [], flow)) setChildren(last, [...last.children, nested]);
  }
  endStray();
  const filled = items.filter((item) => item.children.length > 0);
  if (filled.length === 0) return flow.blocksOf(anchor);
  return [...flow.blocksOf(anchor), h(list.tagName, filled, list.properties)];
}

function itemOf(item: Element, flow: Flow): Element {
  const id = attribute(item, 'id');
  const blocks = flow.blocksOf([...(id === '' ? [] : [h('a', [], { id })]), ...item.children]);
  const [first, ...others] = blocks;
  const isTight = isElement(first, 'p') && others.every((block) => isElement(block, 'ul', 'ol'));
  return h('li', isTight ? [...first.children, ...others] : blocks, item.properties);
}

/** An item without a list. It joins the one before it. */
export function strayItem(item: Element, before: readonly Node[], flow: Flow): Node[] {
  const list = before.at(-1);
  const made = itemOf(item, flow);
  if (made.children.length === 0) return [];
  if (!isElement(list, 'ul') || attribute(list, 'dataMade') === '')
    return [h('ul', [made], { dataMade: 'true' })];
  list.children.push(made);
  return [];
}

export function definitionsOf(list: Element, flow: Flow): Element {
  const children = list.children.flatMap((child) => {
    if (!isElement(child)) return isBlank(child) ? [] : [h('dd', tight(flow.blocksOf([child])))];
    if (child.tagName === 'dt') return [h('dt', flow.inlineOf(child.children), child.properties)];
    if (child.tagName === 'dd')
      return [h('dd', tight(flow.blocksOf(child.children)), child.properties)];
    if (child.tagName === 'div') return definitionsOf(child, flow).children;
    return [h('dd', tight(flow.blocksOf([child])))];
  });
  return h('dl', children);
}

/** The text of a single paragraph without the paragraph. */
function tight(blocks: readonly Node[]): readonly Node[] {
  const [only] = blocks;
  return blocks.length === 1 && isElement(only, 'p') ? only.children : blocks;
}
