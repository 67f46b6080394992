import { expect, it } from 'vitest';
import { markdownOf } from './markdown-of.ts';

it.each([
  ['<a href="/a" target="_blank" rel="nofollow">b</a>', '[b](/a)'],
  ['<a href="/a" title="A &quot;b&quot;">c</a>', '[c](/a "A \\"b\\"")'],
  ['<a href="/a_(b)">c</a>', '[c](/a_(b))'],
  ['<a href="/a(b">c</a>', '[c](</a(b>)'],
  ['<a href="/a b">c</a>', '[c](</a b>)'],
  ['<a href="http://a.test/?b=1&amp;lt;=2">c</a>', '[c](http://a.test/?b=1&amp;lt;=2)'],
  ['<a href="https://a.test/b">https://a.test/b</a>', 'https://a.test/b'],
  ['<a href="https://a.test/b">https://a.test/b</a>.', '<https://a.test/b>.'],
  ['<a href="https://a.test/b">https://a.test/</a>', '[https://a.test/](https://a.test/b)'],
  ['<a href="/a">[1]</a>', '[[1]](/a)'],
  ['<a href="/a">]</a>', '[\\]](/a)'],
  ['<a href="/a"> b </a>c', '[b](/a) c'],
  ['<a href="/a"></a>b', 'b'],
])('writes %s', (html, markdown) => {
  expect(markdownOf(html)).toBe(markdown);
});

function link(url: string): string | undefined {
  return url === 'http://old.test/2011/05/a.html#c' ? '../a/#c' : undefined;
}

it('writes the new address of links to the old blog', () => {
  expect(
    markdownOf('<a href="http://old.test/2011/05/a.html#c">b</a> <a href="/x">c</a>', { link }),
  ).toBe('[b](../a/#c) [c](/x)');
});

it('writes a bare address of the old blog as a link to the new one', () => {
  expect(
    markdownOf('<a href="http://old.test/a">http://old.test/a</a>', { link: () => '../a/' }),
  ).toBe('[http://old.test/a](../a/)');
});
