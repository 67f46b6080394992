/** Says how a run ended: to a person, to a program, and to GitHub. */
import { readFileSync } from 'node:fs';
import { release } from 'node:os';
import { relative, resolve, sep } from 'node:path';
import type { Problem } from '../lib/problem.ts';
import { formatAnnotations } from '../report/annotations.ts';
import { faultMessage, formatFault } from '../report/fault.ts';
import { formatJson, type RunOutcome } from '../report/json.ts';
import { paintFor } from '../report/ansi.ts';
import { countProblems, formatProblems } from '../report/text.ts';

/** Exit codes of a run. */
export const DONE = 0;
export const BAD_CONTENT = 1;
export const REFUSED = 2;
export const FAULT = 3;

export type Format = 'text' | 'json';

export class Reporter {
  readonly #command: string;
  readonly #format: Format;

  /** @param command its name, as a program is told */
  constructor(command: string, format: Format) {
    this.#command = command;
    this.#format = format;
  }

  /**
   * The run did what it should.
   * @param findings for programs alone
   */
  done(
    warnings: readonly Problem[],
    summary: string | undefined,
    findings?: RunOutcome['findings'],
  ): number {
    if (this.#format === 'json') this.#document(DONE, warnings, { findings });
    else if (warnings.length > 0) console.error(`${textOf(warnings)}\n`);
    annotate(warnings);
    if (summary !== undefined && this.#format === 'text') console.log(summary);
    return DONE;
  }

  /**
   * The content has errors.
   * @param consequence what came of that: a sentence
   * @param findings for programs alone
   */
  badContent(
    problems: readonly Problem[],
    consequence: string,
    findings?: RunOutcome['findings'],
  ): number {
    if (this.#format === 'json') this.#document(BAD_CONTENT, problems, { findings });
    else
      console.error(`${textOf(problems)}\n\n${sentence(countProblems(problems))} ${consequence}`);
    annotate(problems);
    return BAD_CONTENT;
  }

  /** The run could not be made as it was asked for. */
  refused(message: string, exitCode: number = REFUSED): number {
    if (this.#format === 'json') this.#document(exitCode, [], { failure: message });
    console.error(message);
    return exitCode;
  }

  /** Nobody expected this. */
  fault(error: unknown): number {
    if (this.#format === 'json') this.#document(FAULT, [], { failure: faultMessage(error) });
    return reportFault(error);
  }

  #document(
    exitCode: number,
    problems: readonly Problem[],
    more: Pick<RunOutcome, 'failure' | 'findings'> = {},
  ): void {
    console.log(formatJson({ command: this.#command, exitCode, problems, ...more }));
  }
}

/** Prints a mistake of Perennial's own, and gives the exit code for it. */
export function reportFault(error: unknown): number {
  const systems = `Node.js ${process.version} on ${process.platform} ${process.arch} ${release()}`;
  console.error(formatFault(error, systems, paintFor(process.stderr, process.env)));
  return FAULT;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function textOf(problems: readonly Problem[]): string {
  return formatProblems(problems, readSource, paintFor(process.stderr, process.env));
}

/** GitHub reads these lines on either stream; the standard output may hold a document. */
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
    // The problem says what is wrong with the file.
    return undefined;
  }
}
