/** Problems as GitHub annotations. */
import { expect, it } from 'vitest';
import { formatAnnotations } from '../../src/report/annotations.ts';
import { problem } from '../support/problems.ts';

it('prints one workflow command per problem', () => {
  const { line: _line, column: _column, ...whole } = problem({ severity: 'warning', file: 'z' });
  expect(formatAnnotations([whole, problem()], (file) => `blog/${file}`)).toBe(
    [
      '::error file=blog/posts/a/index.md,line=3,col=14,title=post-publishDate-invalid::It is no date. Write a date.',
      '::warning file=blog/z,title=post-publishDate-invalid::It is no date. Write a date.',
    ].join('\n'),
  );
});

it('escapes delimiters of commands and properties', () => {
  const odd = problem({
    file: 'a,b:c%\n.md',
    message: '50% off:\r\n::error::, \u001b]0;x',
    hint: 'Do.',
  });
  expect(formatAnnotations([odd], (file) => file)).toBe(
    '::error file=a%2Cb%3Ac%25\\n.md,line=3,col=14,title=post-publishDate-invalid::50%25 off:\\r\\n::error::, \\u001b]0;x Do.',
  );
});
