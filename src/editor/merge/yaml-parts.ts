/** Splits a block map or a block list into the lines of each field or item, and what is between. */
import { linesOf } from './lines.ts';

export interface Part {
  /** Name of the field; `''` of an item; absent for blank lines and comments. */
  readonly name?: string;
  /** Whole lines, with their ends. */
  readonly text: string;
}

/** A name at the start of a line. */
const NAME =
  /^(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|((?![-?][ \t])[^\s#'"[\]{},&*!|>%@`](?:[^:\n]|:(?=\S))*)):(?=\s|$)/;
const ITEM = /^-(?=\s|$)/;
/** Text on the following lines, where `#` begins no comment. */
const BLOCK_TEXT = /[:-][ \t]+[|>][-+\d]*[ \t]*(?:#.*)?$/;

/** Of a map whose fields are not indented. Wrong for other texts: what uses it reads its result. */
export function mapParts(yaml: string): Part[] {
  return partsOf(yaml, (line) => {
    const [, double, single, plain] = NAME.exec(line) ?? [];
    if (double !== undefined) return unescaped(double);
    return single?.replaceAll("''", "'") ?? plain?.trimEnd();
  });
}

/** Of a list whose items are not indented. */
export function listParts(yaml: string): Part[] {
  return partsOf(yaml, (line) => (ITEM.test(line) ? '' : undefined));
}

function partsOf(yaml: string, nameOf: (line: string) => string | undefined): Part[] {
  const parts: Part[] = [];
  let lines: string[] = [];
  let name: string | undefined;
  const close = (): void => {
    if (name === undefined) parts.push(...lines.map((text) => ({ text })));
    else {
      const end = lines.length - trailing(lines);
      parts.push({ name, text: lines.slice(0, end).join('') });
      parts.push(...lines.slice(end).map((text) => ({ text })));
    }
    lines = [];
  };
  for (const line of linesOf(yaml)) {
    const found = nameOf(line);
    if (found !== undefined) {
      close();
      name = found;
    }
    lines.push(line);
  }
  close();
  return parts;
}

/** Number of blank lines and comments at the end, which stay if the field goes. */
function trailing(lines: readonly string[]): number {
  const isText = BLOCK_TEXT.test(lines[0]?.trimEnd() ?? '');
  const isOutside = isText ? /^(?:#|\s*$)/ : /^\s*(?:#|$)/;
  const last = lines.findLastIndex((line, index) => index === 0 || !isOutside.test(line));
  return lines.length - 1 - last;
}

function unescaped(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(`"${text}"`);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
