/** Reports the outcome of a command as text, JSON and GitHub annotations. */
import { readFileSync } from 'node:fs';
import { release } from 'node:os';
import { relative, resolve, sep } from 'node:path';
import type { Problem } from '../lib/problem.ts';
import { describeRefusal } from '../publish/fs-errors.ts';
import { formatAnnotations } from '../report/annotations.ts';
import { colorsFor } from '../report/colors.ts';
import { formatInternalError, internalErrorMessage } from '../report/internal-error.ts';
import { formatJson, type RunOutcome } from '../report/json.ts';
import { countProblems, formatProblems } from '../report/text.ts';
import { visibleLines } from '../report/visible.ts';
import type { Format } from './flags.ts';

/** Exit codes. */
export const SUCCESS = 0;
export const FAILURE = 1;
export const USAGE_ERROR = 2;
export const INTERNAL_ERROR = 3;

/** Each method prints an outcome and returns its exit code. */
export class Reporter {
  readonly #command: string;
  readonly #format: Format;

  /** @param command name for JSON output */
  constructor(command: string, format: Format) {
    this.#command = command;
    this.#format = format;
  }

  /** @param findings for JSON output only */
  success(
    warnings: readonly Problem[],
    summary: string | undefined,
    findings?: RunOutcome['findings'],
  ): number {
    if (this.#format === 'json') this.#printJson(SUCCESS, warnings, { findings });
    else if (warnings.length > 0) console.error(`${textOf(warnings)}\n`);
    annotate(warnings);
    if (summary !== undefined && this.#format === 'text') console.log(summary);
    return SUCCESS;
  }

  /**
   * The content has errors.
   * @param consequence a sentence
   * @param findings for JSON output only
   */
  invalidContent(
    problems: readonly Problem[],
    consequence: string,
    findings?: RunOutcome['findings'],
  ): number {
    if (this.#format === 'json') this.#printJson(FAILURE, problems, { findings });
    else
      console.error(`${textOf(problems)}\n\n${sentence(countProblems(problems))} ${consequence}`);
    annotate(problems);
    return FAILURE;
  }

  /** The command failed for a reason outside of the content. */
  failure(message: string, exitCode: number = FAILURE): number {
    if (this.#format === 'json') this.#printJson(exitCode, [], { failure: message });
    console.error(visibleLines(message));
    return exitCode;
  }

  /** The command failed for a reason that it has not foreseen. */
  unexpected(error: unknown): number {
    const refusal = describeRefusal(error);
    if (refusal !== undefined) return this.failure(refusal);
    if (this.#format === 'json')
      this.#printJson(INTERNAL_ERROR, [], { failure: internalErrorMessage(error) });
    return reportUnexpected(error);
  }

  #printJson(
    exitCode: number,
    problems: readonly Problem[],
    more: Pick<RunOutcome, 'failure' | 'findings'> = {},
  ): void {
    console.log(formatJson({ command: this.#command, exitCode, problems, ...more }));
  }
}

/** Prints the error and returns the exit code. */
export function reportUnexpected(error: unknown): number {
  const refusal = describeRefusal(error);
  if (refusal !== undefined) {
    console.error(visibleLines(refusal));
    return FAILURE;
  }
  const environment = `Node.js ${process.version} on ${process.platform} ${process.arch} ${release()}`;
  console.error(formatInternalError(error, environment, colorsFor(process.stderr, process.env)));
  return INTERNAL_ERROR;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function textOf(problems: readonly Problem[]): string {
  return formatProblems(problems, readSource, colorsFor(process.stderr, process.env));
}

/** Prints to stderr, because stdout may hold JSON. GitHub reads both. */
function annotate(problems: readonly Problem[]): void {
  const { GITHUB_ACTIONS: github, GITHUB_WORKSPACE: workspace } = process.env;
  if (github !== 'true' || problems.length === 0) return;
  const root = workspace === undefined || workspace === '' ? '.' : workspace;
  const pathOf = (file: string): string => relative(root, resolve(file)).split(sep).join('/');
  console.error(formatAnnotations(problems, pathOf));
}

function readSource(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // The problem itself explains what is wrong with the file.
    return undefined;
  }
}
