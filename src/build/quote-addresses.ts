/** Puts addresses with spaces into angle brackets, where they name files. */
import { splitFrontMatter } from '../content/front-matter.ts';
import { parseBody } from '../markdown/render-body.ts';
import type { Problem } from '../lib/problem.ts';
import type { ChangedLine } from './rename-fields.ts';

/** Whether a text may have such an address. */
export function mayHaveSpacedAddress(text: string): boolean {
  return /\][(:](?:[^\s)\]]|\](?![(:]))*\s/.test(text);
}

export interface Quoting {
  readonly text: string;
  readonly lines: readonly ChangedLine[];
}

/**
 * @param text of a Markdown file
 * @param files beside it
 */
export function quoteAddresses(text: string, files: readonly string[]): Quoting {
  const { body } = splitFrontMatter(text);
  const start = text.length - body.length;
  const top = text.slice(0, start).split('\n').length - 1;
  const original = text.split('\n');
  const lines = [...original];
  const found = misread(body, files);
  let quoted = 0;
  for (const { bodyLine = 0, near, replacement } of found) {
    const index = top + bodyLine - 1;
    if (near === undefined || replacement === undefined) continue;
    const [before, after, ...others] = lines[index]?.split(near) ?? [];
    // If the line has it twice, one of them may be code.
    if (before === undefined || after === undefined || others.length > 0) continue;
    lines[index] = before + replacement + after;
    quoted++;
  }
  const changed = lines.join('\n');
  if (misread(changed.slice(start), files).length !== found.length - quoted)
    return { text, lines: [] };
  return {
    text: changed,
    lines: lines.flatMap((line, index) => {
      const before = original[index] ?? '';
      if (line === before) return [];
      return [{ line: index + 1, before: before.trimEnd(), after: line.trimEnd() }];
    }),
  };
}

function misread(markdown: string, files: readonly string[]): readonly Problem[] {
  const source = { file: '', markdown, files, language: 'en', description: undefined };
  return parseBody(source).problems.filter(({ code }) => code === 'address-space');
}
