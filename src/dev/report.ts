/** Problems as text for the terminal and the page. */
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { sep } from 'node:path';
import { templateProblem } from '../eleventy/template-error.ts';
import { ContentError, placeOf, sortProblems, type Problem } from '../lib/problem.ts';
import { formatProblems } from '../report/text.ts';
import { visibleLines } from '../report/visible.ts';

export interface Report {
  readonly text: string;
  /** Parts of the text that name a file and perhaps a line: `content/site.yaml:3:1`. */
  readonly places: readonly string[];
}

/** Problems in a page; each of many warnings takes a line or more. */
const MAX_IN_PAGE = 100;

export function reportOf(problems: readonly Problem[]): Report {
  return {
    text: formatProblems(problems, readSource),
    places: [...new Set(problems.map(placeOf))],
  };
}

function readSource(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** The report for a page, which leaves the rest of a long one to the terminal. */
export function shortReportOf(problems: readonly Problem[]): Report {
  const { text, places } = reportOf(sortProblems(problems).slice(0, MAX_IN_PAGE));
  const more = problems.length - MAX_IN_PAGE;
  return { text: more > 0 ? `${text}\n\n... and ${more} more, in the terminal.` : text, places };
}

/** Problems of the content or a template, or the stack of an internal error. */
export function explain(error: unknown): Report {
  if (error instanceof ContentError) return reportOf(error.problems);
  const problem = templateProblem(error);
  if (problem !== undefined) return reportOf([problem]);
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { text: visibleLines(text), places: [] };
}

/** The text without the folders that the project and the owner's files are in. */
export function withoutFolders(text: string): string {
  return text.replaceAll(process.cwd() + sep, '').replaceAll(homedir() + sep, `~${sep}`);
}
