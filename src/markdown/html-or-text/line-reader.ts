/** Reads a line of Markdown: the lists and quotations it is in, and where its content starts. */
import { matchAt } from './source-tag.ts';

/** A quotation, or a list item or footnote with the width of its indentation in columns. */
export type Container = 'quote' | number;

export interface Line {
  readonly containers: readonly Container[];
  /** Containers of the line before that go on. */
  readonly matched: number;
  /** Of the content. */
  readonly start: number;
  /** Columns before the content. */
  readonly indent: number;
  /** Offset of the line end. */
  readonly end: number;
}

/** Whether a line starts a block, may go on with a paragraph, or is content of code or HTML. */
export type LinePlace = 'new' | 'paragraph' | 'content';

const ITEM = /(?:[-+*]|(\d{1,9})[.)])(?=[ \t\n]|$)/y;
const NOTE = /\[\^[^\]\s]+\]:[ \t]*/y;
export const BREAK = /(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})(?=\n|$)/y;
/** Deeper ones are an error of the post anyway. */
const MAX_CONTAINERS = 600;

export function lineEndAt(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** @param open containers of the line before */
export function readLine(
  text: string,
  at: number,
  place: LinePlace,
  open: readonly Container[],
): Line {
  const end = lineEndAt(text, at);
  let start = at;
  let column = 0;
  let indent = 0;
  const skipSpace = (): void => {
    for (; text[start] === ' ' || text[start] === '\t'; start++) {
      const width = text[start] === '\t' ? 4 - (column % 4) : 1;
      column += width;
      indent += width;
    }
  };
  const skipQuote = (): void => {
    start++;
    column++;
    indent = 0;
    skipSpace();
    indent = Math.max(0, indent - 1);
  };
  skipSpace();
  let matched = 0;
  for (const container of open) {
    if (container === 'quote') {
      if (indent >= 4 || text[start] !== '>') break;
      skipQuote();
    } else {
      if (indent < container && start < end) break;
      indent -= Math.min(indent, container);
    }
    matched++;
  }
  const containers = open.slice(0, matched);
  if (place === 'content') return { containers, matched, start, indent, end };
  while (indent < 4 && containers.length < MAX_CONTAINERS) {
    if (text[start] === '>') {
      skipQuote();
      containers.push('quote');
      continue;
    }
    const note = matchAt(NOTE, text, start)?.[0];
    if (note !== undefined) {
      start += note.length;
      indent = 0;
      containers.push(4);
      continue;
    }
    const item = matchAt(BREAK, text, start) === null ? matchAt(ITEM, text, start) : null;
    if (item === null) break;
    const [marker, number = '1'] = item;
    const isEmpty = text.slice(start + marker.length, end).trim() === '';
    // Within a paragraph, these are words.
    const isFirst = containers.length === matched && matched === open.length;
    if (place === 'paragraph' && isFirst && (isEmpty || Number(number) !== 1)) break;
    const before = indent;
    start += marker.length;
    column += marker.length;
    indent = 0;
    skipSpace();
    const space = isEmpty || indent > 4 ? 1 : indent;
    indent = isEmpty ? 0 : indent - space;
    containers.push(before + marker.length + space);
  }
  return { containers, matched, start, indent, end };
}
