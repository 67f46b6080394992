/** Which cells of a table of data are headers, where its editor did not say so and there is no doubt. */
import { elementsOf, isTag, isText, remove, textOf, type Element } from '../lib/html.ts';
import { cellsOf } from './table-cells.ts';

type Rows = readonly (readonly Element[])[];

/** A row of headers without words goes, and no header is empty; cells that act as headers become some. */
export function markHeaders(table: Element): void {
  for (const child of table.children.filter(isTag)) {
    if (child.name === 'thead' && isBlank(child)) remove(child);
  }
  const { rows } = cellsOf(table);
  const corner = rows[0]?.[0];
  const isCorner =
    corner?.name === 'th' && isBlank(corner) && rows[0]?.some((cell) => !isBlank(cell));
  for (const cell of rows.flat()) {
    if (cell.name === 'th' && isBlank(cell)) becomeData(cell);
  }
  if (rows.flat().some(spansCells)) return;
  if (!hasHeaders(rows) && (isBoldRow(rows) || isRowOfAnotherKind(rows))) {
    for (const cell of rows[0] ?? []) becomeHeader(cell, 'col');
  }
  const below = rows.filter((row) => !hasHeaders([row]));
  if (below.length === 0 || below.length < rows.length - 1) return;
  if (below.some(({ length }) => length < 2)) return;
  if (!isCorner && !isBoldColumn(below) && !namesFields(below)) return;
  for (const [cell] of below) if (cell !== undefined) becomeHeader(cell, 'row');
  // Where there are headers of both kinds, each says which it is.
  if (below.length < rows.length)
    for (const cell of rows[0] ?? []) if (cell.name === 'th') cell.attribs['scope'] ??= 'col';
}

function becomeHeader(cell: Element, scope: 'col' | 'row'): void {
  if (isBlank(cell)) return;
  cell.name = 'th';
  cell.attribs['scope'] = scope;
}

function becomeData(cell: Element): void {
  cell.name = 'td';
  delete cell.attribs['scope'];
}

function hasHeaders(rows: Rows): boolean {
  return rows.flat().some(({ name }) => name === 'th');
}

function spansCells({ attribs }: Element): boolean {
  return Number(attribs['colspan'] ?? 1) > 1 || Number(attribs['rowspan'] ?? 1) > 1;
}

/** The first row is bold, the next one is not. */
function isBoldRow([first = [], second = []]: Rows): boolean {
  return first.length > 1 && first.every(isBold) && !second.every(isBold);
}

/** Names above a column of numbers or dates. */
function isRowOfAnotherKind([first = [], ...others]: Rows): boolean {
  const areNames = first.every((cell) => /^\D{1,40}$/.test(textOf(cell).trim()));
  const isColumn = (_: Element, column: number): boolean =>
    others.every((row) => row.length === first.length && /\d/.test(textOf(row[column] ?? [])));
  return areNames && others.length >= 3 && first.some(isColumn);
}

function isBoldColumn(rows: Rows): boolean {
  return (
    rows.length > 1 &&
    rows.every(([first]) => first !== undefined && isBold(first)) &&
    !rows.every((row) => row.every(isBold))
  );
}

/** Every cell but the first of its row holds a field of a form. */
function namesFields(rows: Rows): boolean {
  return rows.every(
    ([first, ...fields]) => first !== undefined && !holdsField(first) && fields.every(holdsField),
  );
}

function holdsField(cell: Element): boolean {
  return elementsOf(cell).some(({ name }) => name === 'input');
}

function isBold(cell: Element): boolean {
  return textOf(cell).trim() !== '' && isAllBold(cell);
}

function isAllBold(element: Element): boolean {
  return element.children.every((child) => {
    if (isTag(child)) return child.name === 'b' || child.name === 'strong' || isAllBold(child);
    return !isText(child) || child.data.trim() === '';
  });
}

/** Whether it holds no words and no pictures. */
function isBlank(element: Element): boolean {
  if (textOf(element).trim() !== '') return false;
  return elementsOf(element).every(({ name }) =>
    /^(?:tr|t[dh]|br|b|i|em|strong|span|p|div)$/.test(name),
  );
}
