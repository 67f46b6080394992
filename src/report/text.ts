/** Formats problems for the terminal. */
import { placeOf, sortProblems, type Problem } from '../lib/problem.ts';
import { count } from '../lib/wording.ts';
import { codeFrame } from './code-frame.ts';
import { PLAIN, type Colors } from './colors.ts';
import { shown, visible } from './visible.ts';

/** Reads a file for a code frame; `undefined` if it cannot be read. */
export type ReadSource = (file: string) => string | undefined;

/** Problems of one code shown in full; the rest take one line each. */
const MAX_IN_FULL = 10;

/**
 * Warnings first, so that errors end up next to the prompt; each by file and
 * line, with code frames. Has no final line break; empty without problems.
 */
export function formatProblems(
  problems: readonly Problem[],
  readSource: ReadSource,
  colors: Colors = PLAIN,
): string {
  const sorted = sortProblems(problems);
  return (['warning', 'error'] as const)
    .map((kind) => sorted.filter(({ severity }) => severity === kind))
    .flatMap((own) => formatSeverity(own, readSource, colors))
    .join('\n\n');
}

/** `2 errors and 1 warning`, or `no problems`. */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const counts = [
    errors > 0 ? count(errors, 'error') : '',
    warnings > 0 ? count(warnings, 'warning') : '',
  ].filter((text) => text !== '');
  return counts.length === 0 ? 'no problems' : counts.join(' and ');
}

/** Paragraphs for the problems of one severity. */
function formatSeverity(
  problems: readonly Problem[],
  readSource: ReadSource,
  colors: Colors,
): string[] {
  const seen = new Map<string, number>();
  const full: Problem[] = [];
  const short: Problem[] = [];
  for (const problem of problems) {
    const number = (seen.get(problem.code) ?? 0) + 1;
    seen.set(problem.code, number);
    (number <= MAX_IN_FULL ? full : short).push(problem);
  }
  const paragraphs = [...byFile(full)].flatMap(([file, own]) => {
    const source = own.some(({ line }) => line !== undefined) ? readSource(file) : undefined;
    const texts = own.map((problem) => formatProblem(problem, source, colors));
    // A single problem needs no heading.
    if (own.length === 1) return texts;
    const kind = own[0]?.severity ?? 'error';
    return [colors.strong(`${visible(file)}: ${count(own.length, kind)}`), ...texts];
  });
  if (short.length > 0)
    paragraphs.push(short.map((problem) => formatShort(problem, colors)).join('\n'));
  return paragraphs;
}

function byFile(problems: readonly Problem[]): Map<string, Problem[]> {
  const files = new Map<string, Problem[]>();
  for (const problem of problems) {
    const own = files.get(problem.file);
    if (own === undefined) files.set(problem.file, [problem]);
    else own.push(problem);
  }
  return files;
}

function formatProblem(problem: Problem, source: string | undefined, colors: Colors): string {
  const { severity, code, line, column = 1, message, hint } = shown(problem);
  const parts = [
    `${colors[severity](severity)} ${colors.strong(code)}`,
    `  ${colors.place(placeOf(shown(problem)))}`,
    `  ${message}`,
  ];
  const frame = line === undefined ? undefined : codeFrame(source, line, column, colors);
  if (frame !== undefined) parts.push('', frame, '');
  parts.push(`  ${colors.strong('To do:')} ${hint}`);
  return parts.join('\n');
}

function formatShort(problem: Problem, colors: Colors): string {
  const { severity, code, message } = shown(problem);
  return `${colors[severity](severity)} ${code} ${colors.place(placeOf(shown(problem)))} ${message}`;
}
