/** JSON output of `--format json`, documented in docs/guide/command-line.md. */
import { sortProblems, type Problem } from '../lib/problem.ts';
import type { Findings, RedirectRow } from '../site/findings.ts';
import { shown, visible, visibleLines } from './visible.ts';

/** How a run ended. */
export interface RunOutcome {
  readonly command: string;
  readonly exitCode: number;
  readonly problems: readonly Problem[];
  /** Why the run failed, if not because of the content. */
  readonly failure?: string | undefined;
  /** Only with `--report`. */
  readonly findings?: Findings | undefined;
}

/** Increased when a field changes its meaning or is removed. */
const VERSION = 1;

/** One JSON document, without a final line break. */
export function formatJson({ command, exitCode, problems, failure, findings }: RunOutcome): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const report = {
    version: VERSION,
    command,
    exitCode,
    errors,
    warnings: problems.length - errors,
    failure: failure === undefined ? null : visibleLines(failure),
    problems: sortProblems(problems).map(plainProblem),
    ...(findings && {
      notes: sortProblems(findings.notes).map(plainNote),
      redirects: findings.redirects.map(plainRedirect),
    }),
  };
  return JSON.stringify(report, null, 2);
}

function plainProblem(problem: Problem) {
  const { severity, code, file, line, column, field, message, hint } = shown(problem);
  return {
    severity,
    code,
    file,
    line: line ?? null,
    column: column ?? null,
    field: field ?? null,
    message,
    hint,
  };
}

function plainNote(note: Problem) {
  const { near, replacement } = shown(note);
  return { ...plainProblem(note), text: near ?? null, replacement: replacement ?? null };
}

function plainRedirect({ from, to, status, source, file, line }: RedirectRow) {
  return {
    from: visible(from),
    to: to === undefined ? null : visible(to),
    status,
    source,
    file: source === 'platform' ? null : visible(file),
    line: line ?? null,
  };
}
