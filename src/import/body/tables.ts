/** Rebuilds the cells of tables. */
import type { Element } from 'hast';
import { h, isElement, type Flow, type Node } from './tree.ts';

/** The table, or the content of a frame around text. */
export function tableOf(table: Element, flow: Flow): Node[] {
  const cells = cellsIn(table);
  const [only] = cells;
  const hasCaption = table.children.some((child) => isElement(child, 'caption'));
  // A frame around text.
  if (cells.length === 1 && only?.tagName === 'td' && !hasCaption)
    return flow.blocksOf(only.children);
  normalizeCells(table, flow);
  return cells.some((cell) => cell.children.length > 0) || hasCaption ? [table] : [];
}

function normalizeCells(parent: Element, flow: Flow): void {
  for (const child of parent.children) {
    if (!isElement(child)) continue;
    if (child.tagName === 'td' || child.tagName === 'th') {
      const blocks = flow.blocksOf(child.children);
      const isText = blocks.every((block) => isElement(block, 'p'));
      child.children = h('td', isText ? flow.inlineOf(child.children) : blocks).children;
    } else if (child.tagName === 'caption')
      child.children = h('p', flow.inlineOf(child.children)).children;
    else normalizeCells(child, flow);
  }
}

function cellsIn(parent: Element): Element[] {
  return parent.children.flatMap((child) => {
    if (!isElement(child)) return [];
    if (child.tagName === 'td' || child.tagName === 'th') return [child];
    return /^t(?:r|body|head|foot)$/.test(child.tagName) ? cellsIn(child) : [];
  });
}
