/** The one way to report bad input: what happened, where, why, and what to do. */

/** `error` stops the build; `warning` is shown and the build goes on; `note` is looked for and shown when a report is asked for. */
export type Severity = 'error' | 'warning' | 'note';

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
  /** What took the place of the text at the mistake, or would be better there. */
  readonly replacement?: string;
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

  note(problem: Omit<Problem, 'severity'>): void {
    this.all.push({ severity: 'note', ...problem });
  }

  add(problems: Iterable<Problem>): void {
    this.all.push(...problems);
  }

  get hasErrors(): boolean {
    return hasErrors(this.all);
  }
}

/** Whether any of them keeps the site from being built. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
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

/** `posts/a/index.md:3:14`, which many terminals and editors open at that place. */
export function placeOf({ file, line, column }: Problem): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

/**
 * What nobody expected, with the file that was being worked on; content that
 * is wrong is a `Problem`. The stack is that of the cause.
 */
export class WorkError extends Error {
  constructor(file: string, cause: unknown) {
    const message = cause instanceof Error ? cause.message : String(cause);
    super(`${message} (while working on ${file})`, { cause });
    this.name = 'WorkError';
    // The place where it happened tells more than the place where it was caught.
    if (cause instanceof Error && cause.stack !== undefined) this.stack = cause.stack;
  }
}
