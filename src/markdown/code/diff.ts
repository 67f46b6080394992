/** Lines that a `diff` adds and removes. */
import type { Mark } from './options.ts';

export interface Diff {
  /** Without the signs. */
  readonly lines: readonly string[];
  /** Of each line: `+`, `-` or a space. */
  readonly signs: readonly string[];
  readonly marks: ReadonlyMap<number, Mark>;
}

/** Lines of a patch for programs, which needs its signs. */
const PATCH = /^(?:@@ |diff --git |--- \S|\+\+\+ \S)/;
const BY_SIGN: ReadonlyMap<string, Mark> = new Map([
  ['+', 'ins'],
  ['-', 'del'],
]);

/** Whether the code is a patch rather than code with marks. */
export function isPatch(lines: readonly string[]): boolean {
  return lines.some((line) => PATCH.test(line));
}

/** The marks of lines that begin with a sign, from 1. */
export function marksBySign(lines: readonly string[]): Map<number, Mark> {
  return new Map(
    lines.flatMap((line, index) => {
      const mark = /^(?:--- |\+\+\+ )/.test(line) ? undefined : BY_SIGN.get(line.charAt(0));
      return mark === undefined ? [] : [[index + 1, mark] as const];
    }),
  );
}

/** Takes the signs from the lines, and the space behind them if every line has one. */
export function readDiff(lines: readonly string[]): Diff {
  const marks = marksBySign(lines);
  const hasColumn = lines.every((line, index) => marks.has(index + 1) || /^(?: |$)/.test(line));
  const code = lines.map((line, index) =>
    hasColumn || marks.has(index + 1) ? line.slice(1) : line,
  );
  const isDeep = hasColumn && code.every((line) => /^(?: |$)/.test(line));
  return {
    lines: isDeep ? code.map((line) => line.slice(1)) : code,
    signs: signsOf(marks, lines.length),
    marks,
  };
}

/** The signs of all lines. */
export function signsOf(marks: ReadonlyMap<number, Mark>, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const mark = marks.get(index + 1);
    return mark === 'ins' ? '+' : mark === 'del' ? '-' : ' ';
  });
}
