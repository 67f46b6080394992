/** Lines of a reStructuredText, and the blocks that indentation makes of them. */

export function indentOf(line: string): number {
  return /^ */.exec(line)?.[0].length ?? 0;
}

export function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

export interface IndentedBlock {
  /** Without their common indentation. */
  readonly lines: readonly string[];
  /** Index behind it. */
  readonly end: number;
}

/** The lines from `start` that are indented more than `indent`, with blank ones between them. */
export function indentedBlock(
  lines: readonly string[],
  start: number,
  indent: number,
): IndentedBlock {
  let end = start;
  for (let at = start; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (isBlank(line)) continue;
    if (indentOf(line) <= indent) break;
    end = at + 1;
  }
  return { lines: outdented(lines.slice(start, end)), end };
}

/** Without blank lines at both ends and the indentation that all lines have. */
export function outdented(lines: readonly string[]): readonly string[] {
  const written = lines.filter((line) => !isBlank(line));
  const common = Math.min(...written.map(indentOf), Infinity);
  const plain = lines.map((line) => (isBlank(line) ? '' : line.slice(common)));
  const first = plain.findIndex((line) => line !== '');
  if (first === -1) return [];
  return plain.slice(first, plain.findLastIndex((line) => line !== '') + 1);
}

const SIGNS = /^([!-/:-@[-`{-~])\1*[ \t]*$/;

/** A line of one sign, as below titles; `undefined` if it is none. */
export function ruleSign(line: string | undefined, length: number): string | undefined {
  const text = line?.trimEnd() ?? '';
  return text !== '' && text.length >= length ? SIGNS.exec(text)?.[1] : undefined;
}
