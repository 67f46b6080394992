/** The problems of a run as a person reads them. */
import { placeOf, sortProblems, type Problem } from '../lib/problem.ts';
import { codeFrame } from './code-frame.ts';
import { PLAIN, type Paint } from './ansi.ts';

/** Reads a file's text for a code frame; `undefined` when it cannot be read. */
export type ReadSource = (file: string) => string | undefined;

/** A kind of mistake that a blog makes hundreds of times is shown in full this often. */
const SHOWN_IN_FULL = 10;

/**
 * The report of a run: warnings first, so that errors stand nearest to the
 * prompt; each kind by file and in the order of lines, with code frames. When
 * there are very many with one code, the rest of them follow in a line each.
 * The result ends without a line break and is empty when there is no problem.
 */
export function formatProblems(
  problems: readonly Problem[],
  readSource: ReadSource,
  paint: Paint = PLAIN,
): string {
  const sorted = sortProblems(problems);
  return [
    ...formatKind(
      sorted.filter(({ severity }) => severity === 'warning'),
      readSource,
      paint,
    ),
    ...formatKind(
      sorted.filter(({ severity }) => severity === 'error'),
      readSource,
      paint,
    ),
  ].join('\n\n');
}

/** How many errors and warnings there are: `2 errors and 1 warning`; `no problems` of an empty list. */
export function countProblems(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  const counts = [
    ...(errors === 0 ? [] : [count(errors, 'error')]),
    ...(warnings === 0 ? [] : [count(warnings, 'warning')]),
  ];
  return counts.length === 0 ? 'no problems' : counts.join(' and ');
}

function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

/** Paragraphs: the problems of one severity. */
function formatKind(problems: readonly Problem[], readSource: ReadSource, paint: Paint): string[] {
  const seen = new Map<string, number>();
  const full: Problem[] = [];
  const short: Problem[] = [];
  for (const problem of problems) {
    const number = (seen.get(problem.code) ?? 0) + 1;
    seen.set(problem.code, number);
    (number <= SHOWN_IN_FULL ? full : short).push(problem);
  }
  const paragraphs = [...byFile(full)].flatMap(([file, own]) => {
    const source = own.some(({ line }) => line !== undefined) ? readSource(file) : undefined;
    const texts = own.map((problem) => formatProblem(problem, source, paint));
    // Of a single problem the place says all that a heading could.
    if (own.length === 1) return texts;
    const kind = own[0]?.severity ?? 'error';
    return [paint.strong(`${file}: ${count(own.length, kind)}`), ...texts];
  });
  if (short.length > 0)
    paragraphs.push(short.map((problem) => formatShort(problem, paint)).join('\n'));
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

function formatProblem(problem: Problem, source: string | undefined, paint: Paint): string {
  const { severity, code, line, column = 1, message, hint } = problem;
  const parts = [
    `${paint[severity](severity)} ${paint.strong(code)}`,
    `  ${paint.place(placeOf(problem))}`,
    `  ${message}`,
  ];
  const frame = line === undefined ? undefined : codeFrame(source, line, column, paint);
  if (frame !== undefined) parts.push('', frame, '');
  parts.push(`  ${paint.strong('To do:')} ${hint}`);
  return parts.join('\n');
}

function formatShort(problem: Problem, paint: Paint): string {
  const { severity, code, message } = problem;
  return `${paint[severity](severity)} ${code} ${paint.place(placeOf(problem))} ${message}`;
}
