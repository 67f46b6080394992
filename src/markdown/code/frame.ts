/** The frame around a code block, with its title and language. */
import { Element, Text, createElement, insertBefore, wrap } from '../../lib/html.ts';

export interface Framed {
  readonly text: string;
  readonly title?: string | undefined;
  /** For readers. */
  readonly language?: string | undefined;
  readonly isNumbered?: boolean;
}

/** Columns that fit into the text column. */
const COLUMNS = 56;
/** Columns that numbers take. */
const NUMBERS = 4;
const TAB = 4;

export function frame(pre: Element, { text, title, language, isNumbered = false }: Framed): void {
  const isWide = columnsOf(text) > COLUMNS - (isNumbered ? NUMBERS : 0);
  const attributes = {
    class: isWide ? 'code-frame wide' : 'code-frame',
    ...(language !== undefined && { 'data-language': language }),
  };
  wrap(pre, new Element(title === undefined ? 'div' : 'figure', attributes));
  if (title === undefined) return;
  // As code, since quotation marks in the name of a file stay as they are.
  const name = createElement('code', [new Text(title)]);
  insertBefore(pre, createElement('figcaption', [name]));
}

/** Of the longest line; letters of Chinese, Japanese and Korean take two each. */
function columnsOf(text: string): number {
  const lines = text
    .replaceAll('\t', ' '.repeat(TAB))
    .replace(
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/g,
      '  ',
    )
    .split('\n');
  return lines.reduce((most, { length }) => Math.max(most, length), 0);
}
