/**
 * What a writer says about a code block behind its language, in the syntax of
 * https://expressive-code.com/key-features/text-markers/ and https://rehype-pretty.pages.dev/
 */

export type Mark = 'mark' | 'ins' | 'del';

export interface CodeOptions {
  /** Of a file, usually. */
  readonly title: string | undefined;
  /** Language of the code in a `diff`, in lower case. */
  readonly language: string | undefined;
  /** Number of the first line; `undefined` without line numbers. */
  readonly firstNumber: number | undefined;
  /** By line, from 1; the later one of two marks counts. */
  readonly marks: ReadonlyMap<number, Mark>;
  /** The first line to mark that the code does not have. */
  readonly missingLine: number | undefined;
}

const OPTION =
  /(?<!\S)(?:([A-Za-z]+)(?:=?(\{[^{}]*\})|=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+)))?|(\{[\d\s,-]+\}))/g;
const MARKS: ReadonlyMap<string, Mark> = new Map([
  ['', 'mark'],
  ['mark', 'mark'],
  ['ins', 'ins'],
  ['add', 'ins'],
  ['del', 'del'],
  ['remove', 'del'],
]);
const MAX_NUMBER = 999_999;

/** @param count lines of the code */
export function readOptions(text: string, count: number): CodeOptions {
  const values = new Map<string, string>();
  const marks = new Map<number, Mark>();
  let missingLine: number | undefined;
  for (const [, name = '', braces, double, single, bare, lines = braces] of text.matchAll(OPTION)) {
    values.set(name.toLowerCase(), double ?? single ?? bare ?? inBraces(braces ?? ''));
    const mark = MARKS.get(name.toLowerCase());
    if (mark === undefined || lines === undefined) continue;
    for (const [first, last] of rangesOf(lines)) {
      for (let line = first; line <= Math.min(last, count); line++) marks.set(line, mark);
      if (last > count) missingLine ??= Math.max(first, count + 1);
    }
  }
  const title = values.get('title')?.trim();
  return {
    title: title === '' ? undefined : title,
    language: values.get('lang')?.toLowerCase(),
    firstNumber: firstNumber(values),
    marks,
    missingLine,
  };
}

function inBraces(braces: string): string {
  return braces.slice(1, -1).trim();
}

/** `{1,3-5}` */
function rangesOf(braces: string): [first: number, last: number][] {
  return inBraces(braces)
    .split(',')
    .flatMap((range) => {
      const [, first, last = first] = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(range) ?? [];
      return first === undefined ? [] : [[Math.max(1, Number(first)), Number(last)]];
    });
}

/** `showLineNumbers`, `showLineNumbers{7}`, `showLineNumbers=7` or `showLineNumbers startLineNumber=7` */
function firstNumber(values: ReadonlyMap<string, string>): number | undefined {
  const shown = values.get('showlinenumbers');
  if (shown === undefined || shown === 'false') return undefined;
  const start = [shown, values.get('startlinenumber'), values.get('startline')].find(
    (value) => value !== undefined && /^\d{1,6}$/.test(value),
  );
  return Math.min(Number(start ?? 1), MAX_NUMBER);
}
