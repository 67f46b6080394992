/** The end of a statement of JavaScript. */
import { expect, it } from 'vitest';
import { statementEnd } from '../../src/lib/statement-end.ts';

it.each([
  'function f() { return [1, (2)]; }',
  '(function () { a(); })();',
  '(function () { a(); }).call(this);',
  "!function (e) { e[\"})\"] = '\\'}'; }(document) ;",
  '$(function () { b({ c: 1 }); });',
])('is where its brackets and calls end: %s', (code) => {
  expect(statementEnd(`${code} Words (more); and others {too}.`, 0)).toBe(code.length);
});

it.each(['function f() { a();', '} f()', 'a "b', ''])('is missing: %s', (code) => {
  expect(statementEnd(code, 0)).toBeUndefined();
});
