/** No-break spaces that mean something stay, as those that indent a line of a poem; others become spaces. */
import { isElement, isText, type Parent } from './tree.ts';

/** Within a number or between a number and its unit, and beside the punctuation of French. */
const MEANT =
  /(?<=\d)[\u00a0\u202f](?=[\p{L}\d%€$£])|(?<=[\p{L}])\u00a0(?=\d)|[\u00a0\u202f](?=[!?:;»])|(?<=«)[\u00a0\u202f]/u;
const NO_BREAK = /\u00a0/g;

/** At the start of a line. */
const INDENT = /^[\n\r\t ]*\u00a0[\u00a0 ]+/;

export function normalizeSpaces(parent: Parent): void {
  for (const [index, child] of parent.children.entries()) {
    if (isText(child)) {
      const [indent = ''] = isVerse(parent, index) ? (INDENT.exec(child.value) ?? []) : [];
      const spaces = indent.replace(/[\n\r\t]/g, '').replaceAll(' ', '\u00a0');
      child.value = spaces + plainSpaces(child.value.slice(indent.length));
    } else if (isElement(child) && child.tagName !== 'pre' && child.tagName !== 'code')
      normalizeSpaces(child);
  }
}

/** Whether a text follows a single break, as a line of a poem; after two it is a paragraph. */
function isVerse({ children }: Parent, index: number): boolean {
  return isElement(children[index - 1], 'br') && !isElement(children[index - 2], 'br');
}

function plainSpaces(value: string): string {
  if (!value.includes('\u00a0')) return value;
  return value.replace(NO_BREAK, (space, index: number) => (isMeant(value, index) ? space : ' '));
}

function isMeant(value: string, index: number): boolean {
  const around = value.slice(Math.max(0, index - 1), index + 2);
  return around.length === 3 && MEANT.test(around) && !/\s{2}/.test(around);
}
