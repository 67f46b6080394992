/** No-break spaces that mean something stay; those of editors become spaces. */
import { isElement, isText, type Parent } from './tree.ts';

/** Within a number or between a number and its unit, and beside the punctuation of French. */
const MEANT =
  /(?<=\d)[\u00a0\u202f](?=[\p{L}\d%€$£])|(?<=[\p{L}])\u00a0(?=\d)|[\u00a0\u202f](?=[!?:;»])|(?<=«)[\u00a0\u202f]/u;
const NO_BREAK = /\u00a0/g;

export function normalizeSpaces(parent: Parent): void {
  for (const child of parent.children) {
    if (isText(child)) child.value = plainSpaces(child.value);
    else if (isElement(child) && child.tagName !== 'pre' && child.tagName !== 'code')
      normalizeSpaces(child);
  }
}

function plainSpaces(value: string): string {
  if (!value.includes('\u00a0')) return value;
  return value.replace(NO_BREAK, (space, index: number) => (isMeant(value, index) ? space : ' '));
}

function isMeant(value: string, index: number): boolean {
  const around = value.slice(Math.max(0, index - 1), index + 2);
  return around.length === 3 && MEANT.test(around) && !/\s{2}/.test(around);
}
