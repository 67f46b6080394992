/** Excerpt of a source file around a problem, with a caret below the column. */
import type { Colors } from './colors.ts';
import { visible } from './visible.ts';

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
      const text = (lines[n - 1] ?? '').replaceAll('\t', ' ').slice(start, start + WIDTH);
      const row = `  ${mark} ${String(n).padStart(gutter)} | ${visible(text)}`.trimEnd();
      if (n !== line) return [colors.faint(row)];
      const indent = ' '.repeat(visible(text.slice(0, Math.max(0, column - 1 - start))).length);
      return [row, `    ${' '.repeat(gutter)} | ${indent}${colors.error('^')}`];
    })
    .join('\n');
}
