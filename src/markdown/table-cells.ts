/** The cells of a table, without those of tables within it. */
import { isTag, isText, type Element } from '../lib/html.ts';

export interface Cells {
  readonly rows: readonly (readonly Element[])[];
  /** Whether anything stands outside of them, such as a caption or a stray word. */
  readonly isAll: boolean;
}

export function cellsOf(table: Element): Cells {
  const rows: Element[][] = [];
  let isAll = true;
  const visit = (parent: Element): void => {
    for (const child of parent.children) {
      if (!isTag(child)) isAll &&= !isText(child) || child.data.trim() === '';
      else if (parent.name === 'tr' && /^t[dh]$/.test(child.name)) rows.at(-1)?.push(child);
      else if (child.name === 'tr') visitRow(child);
      else if (/^t(?:body|head|foot)$/.test(child.name)) visit(child);
      else isAll &&= /^col(?:group)?$/.test(child.name);
    }
  };
  const visitRow = (row: Element): void => {
    rows.push([]);
    visit(row);
  };
  visit(table);
  return { rows, isAll };
}
