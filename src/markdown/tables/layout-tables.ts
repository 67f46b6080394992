/** Replaces layout tables by what they show: figures, galleries, or paragraphs. */
import {
  Element,
  append,
  createElement,
  elementsOf,
  isTag,
  isText,
  replaceBy,
  textOf,
  type ChildNode,
} from '../../lib/html.ts';
import type { BodyTree } from '../body.ts';
import { galleryOf } from '../pictures/galleries.ts';
import { cellsOf } from './table-cells.ts';

export function replaceLayoutTables({ tree }: BodyTree): void {
  // Innermost first: a caption may be in a table of its own.
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

/** `undefined` for a table that may hold data. */
function replacementsOf(table: Element): Element[] | undefined {
  const cells = cellsOf(table);
  // Content outside cells would be lost.
  if (!cells.isAll) return undefined;
  const rows = cells.rows
    .map((row) => row.filter((cell) => kindOf(cell) !== 'empty'))
    .filter((row) => row.length > 0);
  const all = rows.flat();
  const [first] = all;
  if (first === undefined) return [];
  if (all.every((cell) => kindOf(cell) === 'image')) {
    return rows.flatMap((row) => {
      const images = row.flatMap(contentOf);
      // A single image is a paragraph, as in Markdown.
      return images.length === 1 ? flowOf(images) : galleryOf(images, MAX_COLUMNS);
    });
  }
  if (all.length > 1) return figuresOf(rows);
  return first.name === 'th' ? undefined : flowOf(first.children);
}

const WITHOUT_CONTENT = /^(?:a|b|br|div|em|i|p|span|strong|u|wbr)$/;
const NEVER_IN_CAPTIONS =
  /^(?:h[1-6]|ul|ol|dl|table|figure|pre|blockquote|hr|img|video|audio|iframe|input)$/;
const MAX_CAPTION = 600;
/** Of images without captions, in a row as their writer arranged them. */
const MAX_COLUMNS = 5;

function kindOf(cell: Element): 'empty' | 'image' | 'text' | 'other' {
  const text = textOf(cell).trim();
  const names = elementsOf(cell).map(({ name }) => name);
  if (text === '') {
    if (names.includes('img')) return 'image';
    return names.every((name) => WITHOUT_CONTENT.test(name)) ? 'empty' : 'other';
  }
  const isCaption =
    text.length <= MAX_CAPTION && !names.some((name) => NEVER_IN_CAPTIONS.test(name));
  return isCaption && cell.name === 'td' ? 'text' : 'other';
}

/** A figure for each image, if every row of images has a row of captions below it. */
function figuresOf(rows: readonly (readonly Element[])[]): Element[] | undefined {
  const pairs = rows.flatMap((images, row) =>
    row % 2 === 0 ? [{ images, captions: rows[row + 1] ?? [] }] : [],
  );
  const areFigures = pairs.every(
    ({ images, captions }) =>
      captions.length === images.length &&
      captions.every((cell) => kindOf(cell) === 'text') &&
      images.every((cell) => kindOf(cell) === 'image' && cell.name === 'td'),
  );
  if (!areFigures) return undefined;
  return pairs.flatMap(({ images, captions }) => {
    const figures = images.map((image, column) => {
      const caption = createElement('figcaption', captions[column]?.children ?? []);
      return createElement('figure', [...contentOf(image), caption]);
    });
    return figures.length === 1 ? figures : galleryOf(figures);
  });
}

function contentOf(cell: Element): ChildNode[] {
  return cell.children.filter((child) => isTag(child) && child.name !== 'br');
}

const BLOCK =
  /^(?:h[1-6]|p|div|ul|ol|dl|table|figure|pre|blockquote|hr|section|article|aside|details)$/;

/** Puts text between blocks into paragraphs. */
function flowOf(nodes: readonly ChildNode[]): Element[] {
  const flow: Element[] = [];
  let paragraph: Element | undefined;
  for (const node of nodes) {
    if (isTag(node) && BLOCK.test(node.name)) {
      flow.push(node);
      paragraph = undefined;
    } else if (paragraph !== undefined) append(paragraph, node);
    else if (isTag(node) || (isText(node) && node.data.trim() !== '')) {
      paragraph = createElement('p', [node]);
      flow.push(paragraph);
    }
  }
  return flow;
}

function idsIn(elements: readonly Element[]): string[] {
  return elements
    .flatMap((element) => [element, ...elementsOf(element)])
    .flatMap(({ name, attribs }) => [attribs['id'], name === 'a' ? attribs['name'] : undefined])
    .filter((id) => id !== undefined);
}
