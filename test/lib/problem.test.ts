/** How bad input is reported. */
import { expect, it } from 'vitest';
import { ContentError, Problems, sortProblems, WorkError } from '../../src/lib/problem.ts';
import { problem } from '../support/problems.ts';

it('sortProblems orders by file and place, however they were found', () => {
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

it('Problems tells errors from warnings', () => {
  const { severity: _, ...rest } = problem();
  const problems = new Problems();
  problems.warn(rest);
  expect(problems.hasErrors).toBe(false);
  problems.error(rest);
  expect(problems.hasErrors).toBe(true);
  expect(new ContentError(problems.all).problems).toHaveLength(2);
});

it('WorkError names the file and keeps the place where it happened', () => {
  const cause = new TypeError('It is undefined.');
  const error = new WorkError('posts/a/index.md', cause);
  expect(error.message).toBe('It is undefined. (while working on posts/a/index.md)');
  expect(error.stack).toBe(cause.stack);
  expect(error.cause).toBe(cause);
});
