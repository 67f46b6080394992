/** Errors in Perennial itself. */
import { expect, it } from 'vitest';
import { formatInternalError } from '../../src/report/internal-error.ts';
import { PLAIN } from '../../src/report/colors.ts';

it('prints the stack, and how to report it', () => {
  const error = new TypeError('It is undefined.');
  const report = formatInternalError(error, 'Node.js v20.19.0 on linux', PLAIN);
  expect(report).toMatch(/^internal error It is undefined\.\n/);
  expect(report).toContain('not a mistake in your content');
  expect(report).toMatch(/\n {6}at .*internal-error\.test\.ts/);
  expect(report).toMatch(/To do: Report it [^]*Node\.js v20\.19\.0 on linux$/);
});

it('prints a thrown value that is not an error', () => {
  expect(formatInternalError('stop', 'Node.js', PLAIN)).toMatch(/^internal error stop\n/);
});
