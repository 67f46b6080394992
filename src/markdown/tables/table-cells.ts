/** Cells of a table, without those of nested tables. */
import { isTag, isText, type Element } from '../../lib/html.ts';

export interface Cells {
  readonly rows: readonly (readonly Element[])[];
  /** Whether the table has no other content, such as a caption or stray text. */
  readonly isAll: boolean;
}

export function cellsOf(table: Element): Cells {
  const rows: Element[][] = [];
  let isAll = true;
  const visit = (parent: Element): void => {
    for (const child of parent.children) {
      if (!isTag(child)) isAll &&= !isText(child) || child.data.trim() === '';
      else if (parent.name === 'tr' && /^t[dh]$/.test(child.name)) rows.at(-1)?.push(child);
      else if (/^t(?:r|body|head|foot)$/.test(child.name)) {
        if (child.name === 'tr') rows.push([]);
        visit(child);
      } else isAll &&= /^col(?:group)?$/.test(child.name);
    }
  };
  visit(table);
  return { rows, isAll };
}
