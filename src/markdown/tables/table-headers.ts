/** Marks the header cells of data tables where the editor did not, if they are certain. */
import { elementsOf, isTag, isText, remove, textOf, type Element } from '../../lib/html.ts';
import { textWithoutMarks } from '../footnotes/footnote-marks.ts';
import { cellsOf } from './table-cells.ts';

type Rows = readonly (readonly Element[])[];

/** Removes a blank header row, makes blank headers data cells, and marks cells that act as headers. */
export function markHeaders(table: Element): void {
  for (const child of table.children.filter(isTag))
    if (child.name === 'thead' && isBlank(child)) remove(child);
  const { rows } = cellsOf(table);
  const [first = []] = rows;
  const hasCorner =
    first[0]?.name === 'th' && isBlank(first[0]) && first.some((cell) => !isBlank(cell));
  for (const cell of rows.flat()) {
    if (cell.name !== 'th' || !isBlank(cell)) continue;
    cell.name = 'td';
    delete cell.attribs['scope'];
  }
  const spans = rows.flat().flatMap(({ attribs }) => [attribs['colspan'], attribs['rowspan']]);
  if (spans.some((span) => Number(span ?? 1) > 1)) return;
  if (!hasHeaders(rows) && (isBoldRow(rows) || isLabelRow(rows)))
    for (const cell of first) makeHeader(cell, 'col');
  const below = rows.filter((row) => !hasHeaders([row]));
  if (below.length === 0 || below.length < rows.length - 1) return;
  if (below.some(({ length }) => length < 2)) return;
  if (!hasCorner && !isBoldColumn(below) && !labelsInputs(below)) return;
  for (const [cell] of below) if (cell !== undefined) makeHeader(cell, 'row');
  // With headers of both kinds, each needs a scope.
  if (below.length < rows.length)
    for (const cell of first) if (cell.name === 'th') cell.attribs['scope'] ??= 'col';
}

function makeHeader(cell: Element, scope: 'col' | 'row'): void {
  if (isBlank(cell)) return;
  cell.name = 'th';
  cell.attribs['scope'] = scope;
}

function hasHeaders(rows: Rows): boolean {
  return rows.flat().some(({ name }) => name === 'th');
}

/** Whether the first row is bold and the second is not. */
function isBoldRow([first = [], second = []]: Rows): boolean {
  return first.length > 1 && first.every(isBold) && !second.every(isBold);
}

/** Whether the first row has labels above a column of numbers or dates. */
function isLabelRow([first = [], ...others]: Rows): boolean {
  const areLabels = first.every((cell) => /^\D{1,40}$/.test(textWithoutMarks(cell).trim()));
  const isNumeric = (_: Element, column: number): boolean =>
    others.every((row) => row.length === first.length && /\d/.test(textOf(row[column] ?? [])));
  return areLabels && others.length >= 3 && first.some(isNumeric);
}

function isBoldColumn(rows: Rows): boolean {
  return (
    rows.length > 1 &&
    rows.every(([first]) => first !== undefined && isBold(first)) &&
    !rows.every((row) => row.every(isBold))
  );
}

/** Whether every cell but the first of its row holds a form input. */
function labelsInputs(rows: Rows): boolean {
  return rows.every((row) =>
    row.every(
      (cell, column) => elementsOf(cell).some(({ name }) => name === 'input') === column > 0,
    ),
  );
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

/** Whether it has neither text nor media. */
function isBlank(element: Element): boolean {
  if (textOf(element).trim() !== '') return false;
  return elementsOf(element).every(({ name }) =>
    /^(?:tr|t[dh]|br|b|i|em|strong|span|p|div)$/.test(name),
  );
}
