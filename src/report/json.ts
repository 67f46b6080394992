/** The outcome of a run for programs. The guide to the command line documents the fields. */
import { sortProblems, type Problem } from '../problem.ts';

/** How a run ended. */
export interface RunOutcome {
  readonly command: string;
  readonly exitCode: number;
  readonly problems: readonly Problem[];
  /** What stopped the run when it was nothing in the content. */
  readonly failure?: string | undefined;
}

/** Raised when a field changes its meaning or goes away. */
const VERSION = 1;

/** One JSON document, ending without a line break. */
export function formatJson({ command, exitCode, problems, failure }: RunOutcome): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const report = {
    version: VERSION,
    command,
    exitCode,
    errors,
    warnings: problems.length - errors,
    failure: failure ?? null,
    problems: sortProblems(problems).map(
      ({ severity, code, file, line, column, field, message, hint }) => ({
        severity,
        code,
        file,
        line: line ?? null,
        column: column ?? null,
        field: field ?? null,
        message,
        hint,
      }),
    ),
  };
  return JSON.stringify(report, null, 2);
}
