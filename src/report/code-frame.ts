/** Excerpt of a source file around a problem, with a caret below the column. */
import type { Colors } from './colors.ts';

const WIDTH = 100;

/**
 * The line with the one before and after it.
 * @param line from 1
 * @param column from 1, in UTF-16 code units
 * @returns `undefined` if the source has no such line
 */
export function codeFrame(
  source: string | undefined,
  line: number,
  column: number,
  colors: Colors,
): string | undefined {
  const lines = source?.split(/\r\n|\n|\r/);
  if (lines?.[line - 1] === undefined) return undefined;
  // Cuts long lines around the column, to keep the caret on the screen.
  const start = column > WIDTH - 20 ? column - 40 : 0;
  const numbers = [line - 1, line, line + 1].filter((n) => lines[n - 1] !== undefined && n >= 1);
  const gutter = String(line + 1).length;
  return numbers
    .flatMap((n) => {
      const mark = n === line ? '>' : ' ';
      const text = visible(lines[n - 1] ?? '').slice(start, start + WIDTH);
      const row = `  ${mark} ${String(n).padStart(gutter)} | ${text}`.trimEnd();
      if (n !== line) return [colors.faint(row)];
      const indent = ' '.repeat(Math.max(0, column - 1 - start));
      return [row, `    ${' '.repeat(gutter)} | ${indent}${colors.error('^')}`];
    })
    .join('\n');
}

/** Replaces tabs and control characters, which would misalign or break the output. */
export function visible(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, ' ');
}
