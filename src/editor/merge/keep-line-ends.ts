/**
 * Gives an edited text what the editor takes away from every text: the byte
 * order mark, `\r\n`, white space at the beginning and the end.
 */
import { linesOf, withoutEnd } from './lines.ts';

/**
 * @param before the text on disk
 * @param edited of the editor: its lines end with `\n`, the last one too
 */
export function keepLineEnds(before: string, edited: string): string {
  const old = before.trim();
  const text = edited.trim();
  if (old === '') return edited;
  const start = before.slice(0, before.indexOf(old));
  const end = before.slice(start.length + old.length);
  return start + mergedLines(linesOf(old), linesOf(text)).join('') + end;
}

/** Lines at the beginning and the end that are the same keep their ends. */
function mergedLines(before: readonly string[], after: readonly string[]): string[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isSame(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && isSame(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  const usual = usualEnd(before);
  const middle = after.slice(head, after.length - tail).map((line) => line.replace(/\n$/, usual));
  const lines = [...before.slice(0, head), ...middle, ...before.slice(before.length - tail)];
  return lines.map((line, index) =>
    index === lines.length - 1 ? withoutEnd(line) : line === withoutEnd(line) ? line + usual : line,
  );
}

function usualEnd(lines: readonly string[]): string {
  const windows = lines.filter((line) => line.endsWith('\r\n')).length;
  return windows > lines.length / 2 ? '\r\n' : '\n';
}

function isSame(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && withoutEnd(a) === withoutEnd(b);
}
