/** JSON output. */
import { expect, it } from 'vitest';
import { formatJson } from '../../src/report/json.ts';
import type { Findings } from '../../src/site/findings.ts';
import { problem } from '../support/problems.ts';

it('contains every field, null if empty', () => {
  const { line: _line, column: _column, ...whole } = problem({ severity: 'warning', file: 'z' });
  const problems = [whole, problem({ field: 'publishDate', near: 'soon' })];
  const document: unknown = JSON.parse(formatJson({ command: 'check', exitCode: 1, problems }));
  expect(document).toEqual({
    version: 1,
    command: 'check',
    exitCode: 1,
    errors: 1,
    warnings: 1,
    failure: null,
    problems: [
      {
        severity: 'error',
        code: 'post-publishDate-invalid',
        file: 'posts/a/index.md',
        line: 3,
        column: 14,
        field: 'publishDate',
        message: 'It is no date.',
        hint: 'Write a date.',
      },
      {
        severity: 'warning',
        code: 'post-publishDate-invalid',
        file: 'z',
        line: null,
        column: null,
        field: null,
        message: 'It is no date.',
        hint: 'Write a date.',
      },
    ],
  });
});

it('contains notes and redirects with a report', () => {
  const note = problem({ severity: 'note', code: 'link-healed', near: 'https://old.example/a' });
  const redirect = {
    from: '/a.html',
    to: '/a/',
    status: 301,
    source: 'text',
    file: 'posts/a/index.md',
    field: 'legacyUrl[0]',
    line: 4,
    column: 12,
  } as const;
  const findings: Findings = {
    notes: [{ ...note, replacement: '/a/' }, problem({ severity: 'note', file: 'a', line: 9 })],
    redirects: [
      redirect,
      { from: '/feeds/comments/default', status: 410, source: 'platform', file: 'nobody' },
    ],
  };
  const text = formatJson({ command: 'check', exitCode: 0, problems: [], findings });
  expect(JSON.parse(text)).toMatchObject({
    errors: 0,
    warnings: 0,
    problems: [],
    notes: [
      { severity: 'note', file: 'a', line: 9, text: null, replacement: null },
      {
        severity: 'note',
        code: 'link-healed',
        file: 'posts/a/index.md',
        line: 3,
        column: 14,
        text: 'https://old.example/a',
        replacement: '/a/',
      },
    ],
    redirects: [
      {
        from: '/a.html',
        to: '/a/',
        status: 301,
        source: 'text',
        file: 'posts/a/index.md',
        line: 4,
      },
      {
        from: '/feeds/comments/default',
        to: null,
        status: 410,
        source: 'platform',
        file: null,
        line: null,
      },
    ],
  });
});
