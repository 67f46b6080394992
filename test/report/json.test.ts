/** The outcome of a run as programs read it. */
import { expect, it } from 'vitest';
import { formatJson } from '../../src/report/json.ts';
import { problem } from '../support/problems.ts';

it('every field is there, and null when there is nothing to say', () => {
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
