/** Problems and errors. */
import { expect, it } from 'vitest';
import { ContentError, Problems, sortProblems } from '../../src/lib/problem.ts';
import { problem } from '../support/problems.ts';

it('sortProblems sorts by file and position', () => {
  const problems = [
    problem({ file: 'b.md', line: 1 }),
    problem({ file: 'a.md', line: 10 }),
    problem({ file: 'a.md', line: 2, column: 5 }),
    problem({ file: 'a.md', line: 2, column: 4, code: 'z' }),
    problem({ file: 'a.md', line: 2, column: 4, code: 'b' }),
  ];
  const places = sortProblems(problems).map(({ file, line, column, code }) => [
    file,
    line,
    column,
    code,
  ]);
  expect(places).toEqual([
    ['a.md', 2, 4, 'b'],
    ['a.md', 2, 4, 'z'],
    ['a.md', 2, 5, 'post-publishDate-invalid'],
    ['a.md', 10, 14, 'post-publishDate-invalid'],
    ['b.md', 1, 14, 'post-publishDate-invalid'],
  ]);
});

it('Problems distinguishes errors from warnings', () => {
  const { severity: _, ...rest } = problem();
  const problems = new Problems();
  problems.warn(rest);
  expect(problems.hasErrors).toBe(false);
  problems.error(rest);
  expect(problems.hasErrors).toBe(true);
  expect(new ContentError(problems.all).problems).toHaveLength(2);
});
