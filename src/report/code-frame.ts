/** The lines around a mistake, with a caret below it. */
import type { Paint } from './ansi.ts';

const WIDTH = 100;

/**
 * The line in question between its neighbours, with a caret under the column.
 * @param line counted from 1
 * @param column counted from 1, in UTF-16 units
 * @returns `undefined` when the source has no such line
 */
export function codeFrame(
  source: string | undefined,
  line: number,
  column: number,
  paint: Paint,
): string | undefined {
  const lines = source?.split(/\r\n|\n|\r/);
  if (lines?.[line - 1] === undefined) return undefined;
  // A long line is shown around the column, so that the caret stays on the screen.
  const start = column > WIDTH - 20 ? column - 40 : 0;
  const numbers = [line - 1, line, line + 1].filter((n) => lines[n - 1] !== undefined && n >= 1);
  const gutter = String(line + 1).length;
  return numbers
    .flatMap((n) => {
      const mark = n === line ? '>' : ' ';
      const text = visible(lines[n - 1] ?? '').slice(start, start + WIDTH);
      const row = `  ${mark} ${String(n).padStart(gutter)} | ${text}`.trimEnd();
      if (n !== line) return [paint.faint(row)];
      const indent = ' '.repeat(Math.max(0, column - 1 - start));
      return [row, `    ${' '.repeat(gutter)} | ${indent}${paint.error('^')}`];
    })
    .join('\n');
}

/** Keeps one character a column: tabs and control characters would move or break the frame. */
export function visible(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ');
}
