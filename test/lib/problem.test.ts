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

it('Problems lists the first hundred of a code in a file, and counts the others', () => {
  const { severity: _, ...rest } = problem();
  const problems = new Problems();
  for (let line = 1; line <= 1000; line++) problems.error({ ...rest, line });
  problems.warn(rest);
  problems.error({ ...rest, file: 'other.md' });
  problems.error({ ...rest, code: 'other' });
  expect(problems.all).toHaveLength(104);
  expect(problems.all.at(-1)).toMatchObject({
    severity: 'error',
    code: 'problems-left-out',
    file: rest.file,
    line: 101,
    message: `The file has 900 more problems \`${rest.code}\`, of which this is the first; only 100 are listed.`,
  });
});

it('Problems lists every address that a site would lose', () => {
  const { severity: _, ...rest } = problem({ code: 'address-lost' });
  const problems = new Problems();
  for (let line = 1; line <= 1000; line++) problems.error({ ...rest, line });
  expect(problems.all).toHaveLength(1000);
});
