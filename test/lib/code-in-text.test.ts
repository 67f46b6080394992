/** Detection of code that editors left in a text. */
import { describe, expect, it } from 'vitest';
import { splitCode } from '../../src/lib/code-in-text.ts';

describe('splitCode', () => {
  it.each([
    [
      "p.p1 {margin: 0.0px; font: 12.0px 'Helvetica Neue'; color: #454545} span.s1 {color: red}",
      '',
    ],
    ['td {border: 1px solid #cccccc;}br {mso-data-placement:same-cell;} This year', 'This year'],
    ['#toc, .toc > ul { border: 1px; }li { }a:link{ color: red }Words', 'Words'],
    ['table:not(.a) { min-width: 100%; } /* a comment */ @page { margin: 2cm }', ''],
    [
      'Words before. p { margin-bottom: 0.1in; line-height: 115% } Words behind.',
      'Words before. Words behind.',
    ],
    ['p { margin-bottom: 0.1in; line-hei', ''],
    ['<!-- /* Font Definitions */ --> Words', 'Words'],
    ['!function(e,t){var i="x";e[t]=i}(document,"script"); Words', 'Words'],
    ['Words function load() { return 1; }', 'Words'],
  ])('removes code: %s', (text, rest) => {
    const parted = splitCode(text);
    expect(parted.rest.replace(/\s+/g, ' ').trim()).toBe(rest);
    expect(parted.code).toMatch(/[{<]/);
  });

  it.each([
    'A set {1, 2} and a dict {a: 1, b: 2}.',
    'Write f"{color: >10}" or {{ page.title }}.',
    'The pattern /users/{id}/posts/{slug}',
    'A function (of x) is {x: y}.',
    'If a < b and {p: 1}, then a <!-- b',
    'I say a {note: to you}.',
  ])('keeps prose: %s', (text) => {
    expect(splitCode(text)).toEqual({ rest: text });
  });

  it.each([
    ['braces', '{}'.repeat(200_000)],
    ['selectors', `${'a '.repeat(300_000)}{color: red}`],
    ['rules', `${'a '.repeat(150)}{color: red}`.repeat(1500)],
    ['comments', '<!--'.repeat(200_000)],
    ['functions', 'function f('.repeat(50_000)],
    ['a function and no end', `function f(){${'x'.repeat(500_000)}`],
    ['style comments', `${'/*'.repeat(200_000)}a {color: red}`],
  ])('is fast in a long text of %s', (_what, text) => {
    const start = process.cpuUsage().user;
    splitCode(text);
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(1500);
  });
});
