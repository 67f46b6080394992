/** What is said when Perennial itself is at fault. */
import { expect, it } from 'vitest';
import { WorkError } from '../../src/lib/problem.ts';
import { formatInternalError } from '../../src/report/internal-error.ts';
import { PLAIN } from '../../src/report/colors.ts';

it('names the file, the place in the code, and how to report it', () => {
  const error = new WorkError('posts/a/index.md', new TypeError('It is undefined.'));
  const report = formatInternalError(error, 'Node.js v20.19.0 on linux', PLAIN);
  expect(report).toMatch(/^fault It is undefined\. \(while working on posts\/a\/index\.md\)\n/);
  expect(report).toContain('not in your content');
  expect(report).toMatch(/\n {6}at .*fault\.test\.ts/);
  expect(report).toMatch(/To do: Report it [^]*Node\.js v20\.19\.0 on linux$/);
});

it('says what it can of something thrown that is no error', () => {
  expect(formatInternalError('stop', 'Node.js', PLAIN)).toMatch(/^fault stop\n/);
});
