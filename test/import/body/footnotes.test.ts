import { expect, it } from 'vitest';
import { convert, markdownOf } from './markdown-of.ts';

it('makes footnotes of a numbered list of notes', () => {
  const html =
    '<p>a<sup id="r1"><a href="#f1">1</a></sup> b<sup><a href="#f2" id="r2">[2]</a></sup>.</p><hr>' +
    '<ol><li id="f1"><p>c <b>d</b> <a href="#r1">↩</a></p></li><li id="f2"><p>e</p><p>f <a href="#r2">Back</a></p></li></ol>';
  const { markdown, changes } = convert(html);
  expect(markdown).toBe('a[^1] b[^2].\n\n[^1]: c **d**\n\n[^2]: e\n\n    f\n');
  expect(changes).toEqual([{ text: 'Back', reason: 'the link back of a footnote' }]);
});

it('makes footnotes of those that Word writes', () => {
  expect(
    markdownOf(
      'a<a href="#_ftn1" name="_ftnref1">[1]</a> b<div><hr><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> c</p></div></div>',
    ),
  ).toBe('a[^1] b\n\n[^1]: c');
});

it('drops the heading that only screen readers see', () => {
  expect(
    markdownOf(
      'a<sup><a id="r" href="#f">1</a></sup><section class="footnotes"><h2 class="sr-only">Footnotes</h2><ol><li id="f">b <a href="#r">↩</a></li></ol></section>',
    ),
  ).toBe('a[^1]\n\n[^1]: b');
});

it.each([
  ['a mark without a link back', 'a<a href="#f">1</a><p id="f">b</p>'],
  ['a letter', 'a<a id="r" href="#f">x</a><p id="f">b <a href="#r">↩</a></p>'],
  ['another number', 'a<a id="r" href="#f">7</a><p id="f">b <a href="#r">↩</a></p>'],
])('keeps %s as a link that works', (_, html) => {
  const markdown = markdownOf(html);
  expect(markdown).toContain('](#f)');
  expect(markdown).toContain('<a id="f"></a>b');
});

it('keeps only the ids to which links lead', () => {
  expect(
    markdownOf(
      '<h2 id="x">A</h2><h2 id="b">B</h2><p id="c"><a name="d"></a>C <a href="#x">D</a> <a href="#b">E</a></p>',
    ),
    // Perennial gives the second heading its id anyway.
  ).toBe('## <a id="x"></a>A\n\n## B\n\n<a id="d"></a>C [D](#x) [E](#b)');
});

it.each([
  'a <sup><a href="#n" id="m">1</a></sup> b',
  'a<sup> <a href="#n" id="m">1</a> </sup>b',
  'a <a href="#n" id="m"><sup>1</sup></a> b',
  'a&nbsp;<sup><a href="#n" id="m">[1]</a></sup>&nbsp;b',
  'a <sup> <a href="#n" id="m">1</a> </sup> b',
])('keeps the blanks on both sides of the mark in %s', (html) => {
  expect(markdownOf(`<p>${html}</p><p id="n"><a href="#m">1</a> c</p>`)).toBe(
    'a [^1] b\n\n[^1]: c',
  );
});
