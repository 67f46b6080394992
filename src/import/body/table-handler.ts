/** Tables as Markdown, or as HTML if their cells are more than text. */
import type { Element } from 'hast';
import { defaultHandlers, type Handle } from 'hast-util-to-mdast';
import { htmlOf } from './raw.ts';
import { attribute, elementsOf, hasElement, isElement } from './tree.ts';

const CELL_BLOCKS = [
  ...['p', 'ul', 'ol', 'dl', 'blockquote', 'pre', 'table', 'figure', 'hr', 'details', 'iframe'],
  ...['object', 'embed', 'video', 'audio', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'caption'],
];

export const table: Handle = (state, element) => {
  const isPlain =
    !hasElement(element, ...CELL_BLOCKS) && !hasSpans(element) && !hasRowHeaders(element);
  if (!isPlain)
    return {
      type: 'html',
      value: htmlOf(element).replaceAll('</tr>', '</tr>\n').replace(/\n$/, ''),
    };
  useTagsForBreaks(element);
  return defaultHandlers.table(state, element);
};

/** In headings and tables, Markdown has no breaks. */
export function useTagsForBreaks(element: Element): void {
  for (const part of elementsOf(element)) if (part.tagName === 'br') part.tagName = 'x-break';
}

function hasSpans(element: Element): boolean {
  return elementsOf(element).some((cell) =>
    ['colSpan', 'rowSpan'].some((name) => Number(attribute(cell, name) || 1) > 1),
  );
}

/** Headers outside the first row. */
function hasRowHeaders(element: Element): boolean {
  const rows = elementsOf(element).filter(({ tagName }) => tagName === 'tr');
  const [first] = rows;
  const headers = first?.children.filter((cell) => isElement(cell, 'th')).length ?? 0;
  const cells = first?.children.filter((cell) => isElement(cell, 'td')).length ?? 0;
  return (headers > 0 && cells > 0) || rows.slice(1).some((row) => hasElement(row, 'th'));
}
