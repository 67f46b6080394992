/** Problems as text. */
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { COLORED } from '../../src/report/colors.ts';
import { countProblems, formatProblems } from '../../src/report/text.ts';
import { SOURCE, problem } from '../support/problems.ts';

describe('formatProblems', () => {
  it('shows place, code frame and hint', () => {
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

  it('keeps the caret aligned and on the screen in a long line', () => {
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

  it('shows ten problems of a code in full, and the rest in one line each', () => {
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

  it('is empty without problems', () => {
    expect(formatProblems([], () => SOURCE)).toBe('');
  });

  it('shows warnings before errors, and groups problems by file', () => {
    const warning = problem({ severity: 'warning', code: 'image-missing', file: 'z.md', line: 6 });
    const report = formatProblems(
      [
        problem({ file: 'b.md' }),
        problem({ file: 'a.md' }),
        warning,
        problem({ file: 'a.md', line: 2 }),
      ],
      () => undefined,
    );
    expect(report.split('\n').filter((line) => /^\S|^ {2}\S+:\d/.test(line))).toEqual([
      'warning image-missing',
      '  z.md:6:14',
      'a.md: 2 errors',
      'error post-publishDate-invalid',
      '  a.md:2:14',
      'error post-publishDate-invalid',
      '  a.md:3:14',
      'error post-publishDate-invalid',
      '  b.md:3:14',
    ]);
  });

  it('reads each file once', () => {
    const read: string[] = [];
    formatProblems([problem(), problem({ line: 2 })], (file) => {
      read.push(file);
      return SOURCE;
    });
    expect(read).toEqual(['posts/a/index.md']);
  });

  it('does not change the text when it adds colors', () => {
    const problems = [problem(), problem({ severity: 'warning', code: 'image-missing' })];
    const coloured = formatProblems(problems, () => SOURCE, COLORED);
    expect(coloured).toContain('\u001b[31m');
    expect(stripVTControlCharacters(coloured)).toBe(formatProblems(problems, () => SOURCE));
  });
});

it.each([
  [[], 'no problems'],
  [[problem()], '1 error'],
  [[problem(), problem(), problem({ severity: 'warning' })], '2 errors and 1 warning'],
] as const)('countProblems counts each kind', (problems, words) => {
  expect(countProblems(problems)).toBe(words);
});
