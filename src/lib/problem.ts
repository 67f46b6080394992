/** Problems in the content, reported to the writer: what, where, why, and what to do. */
import { count } from './wording.ts';

/** An `error` stops the build, a `warning` does not. A `note` is only part of reports. */
export type Severity = 'error' | 'warning' | 'note';

export interface Problem {
  readonly severity: Severity;
  /** Stable identifier: `post-title-missing`. */
  readonly code: string;
  /** Display path: relative to the working directory if inside it. */
  readonly file: string;
  /** 1-based; absent if the problem concerns the whole file. */
  readonly line?: number;
  /** 1-based, in UTF-16 code units. */
  readonly column?: number;
  /** Front matter or settings field: `tags[2]`, `redirects[0].to`. */
  readonly field?: string;
  /** Text in the body, used to find line and column. */
  readonly near?: string;
  /** Which use of the address `near` is meant, 1-based; see `address-places.ts`. */
  readonly use?: number | undefined;
  /** 1-based line of the body, below the front matter; used instead of `near`. */
  readonly bodyLine?: number;
  /** Text that replaced `near`, or should. */
  readonly replacement?: string;
  /** One sentence: what is wrong, and why. */
  readonly message: string;
  /** One sentence: what to do. */
  readonly hint: string;
}

/** 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Problems of one code in one file that are listed; nobody corrects more at a time. */
const MAX_LISTED = 100;
/** Each of these is the only place that has the line to add. */
const ALWAYS_LISTED: ReadonlySet<string> = new Set([
  ...['address-lost', 'feed-id-changed', 'post-guid-changed'],
]);

/** The problems of one severity and code in one file. */
interface Kind {
  found: number;
  firstLeftOut?: Problem;
}

/**
 * Collects problems, so that one run reports all of them. Of very many of a kind, it keeps the
 * first and one problem that counts the others.
 */
export class Problems {
  readonly #listed: Problem[] = [];
  readonly #kinds = new Map<string, Kind>();

  get all(): readonly Problem[] {
    return [...this.#listed, ...[...this.#kinds.values()].flatMap(leftOut)];
  }

  error(problem: Omit<Problem, 'severity'>): void {
    this.#take({ severity: 'error', ...problem });
  }

  warn(problem: Omit<Problem, 'severity'>): void {
    this.#take({ severity: 'warning', ...problem });
  }

  note(problem: Omit<Problem, 'severity'>): void {
    this.#take({ severity: 'note', ...problem });
  }

  add(problems: Iterable<Problem>): void {
    for (const problem of problems) this.#take(problem);
  }

  get hasErrors(): boolean {
    return hasErrors(this.#listed);
  }

  #take(problem: Problem): void {
    const { severity, code, file } = problem;
    if (severity === 'note' || ALWAYS_LISTED.has(code)) {
      this.#listed.push(problem);
      return;
    }
    const key = [file, severity, code].join('\0');
    const kind = this.#kinds.get(key) ?? { found: 0 };
    this.#kinds.set(key, kind);
    kind.found++;
    if (kind.found <= MAX_LISTED) this.#listed.push(problem);
    else kind.firstLeftOut ??= problem;
  }
}

function leftOut({ found, firstLeftOut }: Kind): Problem[] {
  if (firstLeftOut === undefined) return [];
  const { replacement: _, ...first } = firstLeftOut;
  const others = found - MAX_LISTED;
  return [
    {
      ...first,
      code: 'problems-left-out',
      message: `The file has ${count(others, 'more problem')} \`${first.code}\`, of which this is the first; only ${MAX_LISTED} are listed.`,
      hint: 'Correct those that are listed, and run the command again to see the next ones.',
    },
  ];
}

export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

/** Thrown if the content has errors. Carries every problem of the run. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(`The content has ${problems.length} problems.`);
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** Sorts by file, line, column and code, so that the order of discovery does not matter. */
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

/** `posts/a/index.md:3:14`, which terminals and editors can open. */
export function placeOf({ file, line, column }: Problem): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}
