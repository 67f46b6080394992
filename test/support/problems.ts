/** Makes problems for tests of order and reports. */
import type { Problem } from '../../src/lib/problem.ts';

export const SOURCE = ['---', 'title: A', 'publishDate: soon', '---', '', 'Words.'].join('\n');

export function problem(parts: Partial<Problem> = {}): Problem {
  return {
    severity: 'error',
    code: 'post-publishDate-invalid',
    file: 'posts/a/index.md',
    line: 3,
    column: 14,
    message: 'It is no date.',
    hint: 'Write a date.',
    ...parts,
  };
}
