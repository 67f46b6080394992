/** How a table is shown on screens that it does not fit on. */
import { textOf, type Element } from '../../lib/html.ts';
import { cellsOf } from './table-cells.ts';

/** Columns of a table that may be wider than the text. */
const WIDE = 4;
/** Columns of a table whose first one stays while the others scroll. */
const SCROLLING = 3;
/** Characters of a first column that leaves space for the others on a phone. */
const NARROW = 24;

/** Classes of the element around a table. */
export function shapeOf(table: Element): string[] {
  const { rows } = cellsOf(table);
  const columns = rows.reduce((most, row) => Math.max(most, widthOf(row)), 0);
  const canStay =
    columns >= SCROLLING &&
    rows.every(([first]) => first !== undefined && !spans(first) && isShort(first));
  return [...(columns >= WIDE ? ['wide'] : []), ...(canStay ? ['first-column'] : [])];
}

function widthOf(row: readonly Element[]): number {
  return row.reduce((width, cell) => width + (Number(cell.attribs['colspan']) || 1), 0);
}

/** A cell over several rows would make the first one of the next row another column. */
function spans({ attribs }: Element): boolean {
  return [attribs['colspan'], attribs['rowspan']].some((span) => (Number(span) || 1) > 1);
}

function isShort(cell: Element): boolean {
  return textOf(cell).trim().length <= NARROW;
}
