/** Tables that only place pictures or a piece of text become what they mean: figures, rows, paragraphs. */
import {
  Element,
  append,
  elementsOf,
  isTag,
  isText,
  replaceBy,
  textOf,
  type ChildNode,
} from '../lib/html.ts';
import type { BodyTree } from './body.ts';
import { cellsOf } from './table-cells.ts';

interface Cell {
  readonly element: Element;
  readonly kind: 'empty' | 'picture' | 'text' | 'other';
}

/** From the innermost table to the outermost: a caption may stand in a table of its own. */
export function replaceLayoutTables({ tree }: BodyTree): void {
  for (const table of elementsOf(tree).toReversed()) {
    if (table.name !== 'table') continue;
    const ids = idsIn([table]);
    const replacements = replacementsOf(table);
    if (replacements === undefined) continue;
    const kept = new Set(idsIn(replacements));
    const lost = ids.filter((id) => !kept.has(id)).map((id) => new Element('span', { id }));
    replaceBy(table, [...lost, ...replacements]);
  }
}

/** What stands for a table that holds no data; `undefined` for any other. */
function replacementsOf(table: Element): Element[] | undefined {
  const cells = cellsOf(table);
  // What stands outside of them would be lost.
  if (!cells.isAll) return undefined;
  const rows = cells.rows
    .map((row) => row.map((element) => ({ element, kind: kindOf(element) })).filter(isFilled))
    .filter((row) => row.length > 0);
  const [first, ...others] = rows.flat();
  if (first === undefined) return [];
  if (others.length === 0 && first.kind !== 'picture') {
    return first.element.name === 'th' ? undefined : flowOf(first.element.children);
  }
  if (rows.flat().every(({ kind }) => kind === 'picture')) return rows.flatMap(picturesOf);
  return figuresOf(rows);
}

const WITHOUT_CONTENT: ReadonlySet<string> = new Set([
  ...['a', 'b', 'br', 'center', 'div', 'em', 'font', 'i', 'p', 'span', 'strong', 'u', 'wbr'],
]);
/** Not what a caption is made of. */
const BEYOND_CAPTIONS =
  /^(?:h[1-6]|ul|ol|dl|table|figure|pre|blockquote|hr|img|video|audio|iframe|input)$/;
const LONGEST_CAPTION = 600;

function kindOf(cell: Element): Cell['kind'] {
  const text = textOf(cell).trim();
  const names = elementsOf(cell).map(({ name }) => name);
  if (text === '') {
    if (names.includes('img')) return 'picture';
    return names.every((name) => WITHOUT_CONTENT.has(name)) ? 'empty' : 'other';
  }
  const isCaption =
    text.length <= LONGEST_CAPTION && !names.some((name) => BEYOND_CAPTIONS.test(name));
  return isCaption && cell.name === 'td' ? 'text' : 'other';
}

function isFilled({ kind }: Cell): boolean {
  return kind !== 'empty';
}

/** Pairs of rows, pictures above their captions, as a figure for each picture. */
function figuresOf(rows: readonly (readonly Cell[])[]): Element[] | undefined {
  const figures: Element[] = [];
  const places = rows.flatMap((pictures, index) =>
    index % 2 === 0 ? [{ pictures, captions: rows[index + 1] ?? [] }] : [],
  );
  const areFigures = places.every(
    ({ pictures, captions }) =>
      captions.length === pictures.length &&
      captions.every(({ kind }) => kind === 'text') &&
      pictures.every(({ kind, element }) => kind === 'picture' && element.name === 'td'),
  );
  if (!areFigures) return undefined;
  for (const { pictures, captions } of places) {
    const row = pictures.map((picture, column) => figureOf(picture, captions[column]));
    figures.push(...(row.length === 1 ? row : [elementOf('div', row, { class: 'pictures' })]));
  }
  return figures;
}

function figureOf(picture: Cell, caption: Cell | undefined): Element {
  const figcaption = elementOf('figcaption', caption?.element.children ?? []);
  return elementOf('figure', [...shown(picture), figcaption]);
}

/** One picture is a paragraph, as it is in Markdown; several stand beside one another. */
function picturesOf(row: readonly Cell[]): Element[] {
  const pictures = row.flatMap(shown);
  return pictures.length === 1
    ? flowOf(pictures)
    : [elementOf('div', pictures, { class: 'pictures' })];
}

function shown({ element }: Cell): ChildNode[] {
  return element.children.filter((child) => isTag(child) && child.name !== 'br');
}

const BLOCK =
  /^(?:h[1-6]|p|div|ul|ol|dl|table|figure|pre|blockquote|hr|section|article|aside|details|center)$/;

/** What a cell holds, as it stands outside of one: text that is in no paragraph gets one. */
function flowOf(nodes: readonly ChildNode[]): Element[] {
  const flow: Element[] = [];
  let paragraph: Element | undefined;
  for (const node of nodes) {
    if (isTag(node) && BLOCK.test(node.name)) {
      flow.push(node);
      paragraph = undefined;
    } else if (paragraph !== undefined) append(paragraph, node);
    else if (isTag(node) || (isText(node) && node.data.trim() !== '')) {
      paragraph = elementOf('p', [node]);
      flow.push(paragraph);
    }
  }
  return flow;
}

function elementOf(
  name: string,
  children: readonly ChildNode[],
  attributes: Record<string, string> = {},
): Element {
  const element = new Element(name, attributes);
  for (const child of children) append(element, child);
  return element;
}

function idsIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) =>
    [element, ...elementsOf(element)].flatMap(({ name, attribs }) =>
      [attribs['id'], name === 'a' ? attribs['name'] : undefined].filter((id) => id !== undefined),
    ),
  );
}
