/** How bad input is reported. */
import { describe, expect, it } from 'vitest';
import {
  ContentError,
  Problems,
  formatProblems,
  sortProblems,
  type Problem,
} from '../src/problem.ts';

const SOURCE = ['---', 'title: A', 'publishDate: soon', '---', '', 'Words.'].join('\n');

function problem(parts: Partial<Problem> = {}): Problem {
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

describe('formatProblems', () => {
  it('shows the place, the line between its neighbours, and what to do', () => {
    expect(formatProblems([problem()], () => SOURCE)).toBe(
      [
        'error post-publishDate-invalid',
        '  posts/a/index.md:3:14',
        '  It is no date.',
        '',
        '    2 | title: A',
        '  > 3 | publishDate: soon',
        '      |              ^',
        '    4 | ---',
        '',
        '  To do: Write a date.',
      ].join('\n'),
    );
  });

  it.each([
    ['a file as a whole', { line: undefined }, SOURCE],
    ['a file that cannot be read', { line: 3 }, undefined],
    ['a line that is not there', { line: 99 }, SOURCE],
  ])('shows no line for %s', (_what, { line }, source) => {
    const { line: _line, column: _column, ...whole } = problem();
    const report = formatProblems([line === undefined ? whole : { ...whole, line }], () => source);
    expect(report).not.toContain('|');
    expect(report).toContain('To do: Write a date.');
  });

  it('keeps the caret under its column in a long line, and within the screen', () => {
    const source = `${'x'.repeat(5000)}HERE${'y'.repeat(5000)}`;
    const report = formatProblems([problem({ line: 1, column: 5001 })], () => source);
    const [row = '', caret = ''] = report.split('\n').filter((line) => line.includes('|'));
    expect(row.slice(caret.indexOf('^'), caret.indexOf('^') + 4)).toBe('HERE');
    expect(Math.max(...report.split('\n').map((line) => line.length))).toBeLessThan(120);
  });

  it.each(['\t', '\u0000', '\u001b', '\u2028'])('shows %j as one column', (character) => {
    const source = `a${character}bc`;
    const report = formatProblems([problem({ line: 1, column: 3 })], () => source);
    const [row = '', caret = ''] = report.split('\n').filter((line) => line.includes('|'));
    expect(row).not.toContain(character);
    expect(row.charAt(caret.indexOf('^'))).toBe('b');
  });

  it.each(['\r\n', '\r', '\n'])('counts lines that end in %j', (end) => {
    const report = formatProblems([problem()], () => SOURCE.replaceAll('\n', end));
    expect(report).toContain('> 3 | publishDate: soon\n');
  });

  it('shows the first ten of a kind in full, and each of the rest in a line', () => {
    const many = Array.from({ length: 15 }, (_, index) =>
      problem({ file: `posts/${index + 10}.md` }),
    );
    const report = formatProblems(
      [...many, problem({ code: 'other', file: 'z.md' })],
      () => SOURCE,
    );
    expect(report.match(/To do:/g)).toHaveLength(11);
    expect(
      report.match(/^error post-publishDate-invalid posts\/\d+\.md:3:14 It is no date\.$/gm),
    ).toHaveLength(5);
  });

  it('says nothing of nothing', () => {
    expect(formatProblems([], () => SOURCE)).toBe('');
  });
});

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
