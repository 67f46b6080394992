/** The one way to report bad input: what happened, where, why, and what to do. */

/** `error` stops the build; `warning` is shown and the build goes on. */
export type Severity = 'error' | 'warning';

/** One mistake in the content, addressed to the person who writes it. */
export interface Problem {
  readonly severity: Severity;
  /** Stable name of the kind of mistake, such as `post-title-missing`. */
  readonly code: string;
  /** Path as the writer knows it, relative to the working folder where it lies inside. */
  readonly file: string;
  /** Counted from 1. Absent when the mistake belongs to the file as a whole. */
  readonly line?: number;
  /** Counted from 1, in UTF-16 units. */
  readonly column?: number;
  /** Front-matter or settings field concerned, such as `tags[2]` or `redirects[0].to`. */
  readonly field?: string;
  /** Text of the body at the mistake, from which line and column are found. */
  readonly near?: string;
  /** What happened, and why it is a mistake: one sentence. */
  readonly message: string;
  /** What to do about it: one sentence. */
  readonly hint: string;
}

/** A position in a text, both counted from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Collects the problems of one run, so that all of them are reported together. */
export class Problems {
  readonly all: Problem[] = [];

  error(problem: Omit<Problem, 'severity'>): void {
    this.all.push({ severity: 'error', ...problem });
  }

  warn(problem: Omit<Problem, 'severity'>): void {
    this.all.push({ severity: 'warning', ...problem });
  }

  add(problems: Iterable<Problem>): void {
    this.all.push(...problems);
  }

  get hasErrors(): boolean {
    return this.all.some((problem) => problem.severity === 'error');
  }
}

/** Content that cannot be built. Carries every problem of the run. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`The content has ${problems.length} problems.`);
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** Reads a file's text for a code frame; `undefined` when it cannot be read. */
export type ReadSource = (file: string) => string | undefined;

/** A kind of mistake that a blog makes hundreds of times is shown in full this often. */
const SHOWN_IN_FULL = 10;

/**
 * The report of a run: by file, in the order of lines, each with a code frame;
 * when there are very many of one kind, the rest of them in a line each.
 * The result ends without a line break.
 */
export function formatProblems(problems: readonly Problem[], readSource: ReadSource): string {
  const seen = new Map<string, number>();
  const full: string[] = [];
  const short: string[] = [];
  for (const problem of sortProblems(problems)) {
    const count = (seen.get(problem.code) ?? 0) + 1;
    seen.set(problem.code, count);
    if (count <= SHOWN_IN_FULL) full.push(formatProblem(problem, readSource));
    else short.push(`${problem.severity} ${problem.code} ${placeOf(problem)} ${problem.message}`);
  }
  return [...full, ...(short.length > 0 ? [short.join('\n')] : [])].join('\n\n');
}

/** By file, line, column and code, so that the report does not depend on the order of discovery. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return problems.toSorted(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.code, b.code),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function formatProblem(problem: Problem, readSource: ReadSource): string {
  const { severity, code, file, line, column, message, hint } = problem;
  const parts = [`${severity} ${code}`, `  ${placeOf(problem)}`, `  ${message}`];
  const frame = line === undefined ? undefined : codeFrame(readSource(file), line, column);
  if (frame !== undefined) parts.push('', frame, '');
  parts.push(`  To do: ${hint}`);
  return parts.join('\n');
}

function placeOf({ file, line, column }: Problem): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

const FRAME_WIDTH = 100;

/** The line in question between its neighbours, with a caret under the column. */
function codeFrame(source: string | undefined, line: number, column = 1): string | undefined {
  const lines = source?.split(/\r\n|\n|\r/);
  if (lines?.[line - 1] === undefined) return undefined;
  // A long line is shown around the column, so that the caret stays on the screen.
  const start = column > FRAME_WIDTH - 20 ? column - 40 : 0;
  const numbers = [line - 1, line, line + 1].filter((n) => lines[n - 1] !== undefined && n >= 1);
  const gutter = String(line + 1).length;
  return numbers
    .flatMap((n) => {
      const mark = n === line ? '>' : ' ';
      const text = visible(lines[n - 1] ?? '').slice(start, start + FRAME_WIDTH);
      const row = `  ${mark} ${String(n).padStart(gutter)} | ${text}`.trimEnd();
      const caret = `    ${' '.repeat(gutter)} | ${' '.repeat(Math.max(0, column - 1 - start))}^`;
      return n === line ? [row, caret] : [row];
    })
    .join('\n');
}

/** Keeps one character a column: tabs and control characters would move or break the frame. */
function visible(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]/g, ' ');
}
