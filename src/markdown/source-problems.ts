/** Problems of the Markdown source, with their lines. */
import type { Problem } from '../lib/problem.ts';
import type { CodeLine, Finding } from './dropped-words.ts';

/**
 * @param markdown as the parser got it
 * @param findings in the order of the source
 */
export function locate(
  file: string,
  markdown: string,
  findings: readonly (Finding | CodeLine)[],
): Problem[] {
  let bodyLine = 1;
  let end = 0;
  return findings.flatMap(({ line, ...finding }) => {
    const at = markdown.indexOf(line, end);
    if (at !== -1) {
      bodyLine += linesIn(markdown.slice(end, at));
      end = at + line.length;
    }
    return 'code' in finding ? [{ severity: 'warning', file, bodyLine, ...finding }] : [];
  });
}

/** Warns of null characters, which https://spec.commonmark.org/0.31.2/#insecure-characters replaces. */
export function nullCharacters(file: string, markdown: string): Problem[] {
  const [before = '', ...others] = markdown.split('\0');
  if (others.length === 0) return [];
  const more = others.length === 1 ? '' : ` and ${others.length - 1} more below`;
  return [
    {
      severity: 'warning',
      code: 'character-null',
      file,
      bodyLine: linesIn(before) + 1,
      message: `The text has a null character here${more}, which is shown as \ufffd.`,
      hint: 'Remove it; the program that wrote the file may have damaged it.',
    },
  ];
}

function linesIn(text: string): number {
  return text.split('\n').length - 1;
}
