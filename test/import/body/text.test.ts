import { expect, it } from 'vitest';
import { render } from '../../support/render.ts';
import { textOf } from '../../support/dom.ts';
import { markdownOf } from './markdown-of.ts';

it.each([
  ['angle brackets', 'Read &lt;stdin&gt; and &lt;b&gt;', 'Read \\<stdin> and \\<b>'],
  ['entities of entities', 'Write &amp;lt; for &lt;, AT&amp;T', 'Write \\&lt; for <, AT&T'],
  ['entities without a semicolon', '&amp;copy 2011', '\\&copy 2011'],
  ['names', 'snake_case and __init__', 'snake_case and \\_\\_init\\_\\_'],
  ['stars', '5 * 3, *a* and b*', '5 * 3, \\*a\\* and b\\*'],
  ['a sign without another', 'Until noon* in ~/bin, `', 'Until noon* in ~/bin, `'],
  ['brackets', '[sic] and [a](b) and [^1]', '[sic] and \\[a](b) and \\[^1]'],
  ['an exclamation mark', 'Oh!<a href="/a">b</a>', 'Oh\\![b](/a)'],
  ['templates', '{{ page }} and {% if %}', '{{ page }} and {% if %}'],
  ['an address', 'See http://a.test/b_c now', 'See http://a.test/b_c now'],
  ['an address with signs', 'http://a.test/*b*', 'http\\://a.test/\\*b\\*'],
  ['an address before emphasis', 'http://a.test/<b>b</b>', 'http\\://a.test/**b**'],
])('writes %s', (_, html, markdown) => {
  expect(markdownOf(`<p>${html}</p>`)).toBe(markdown);
});

it.each([
  ['# 1', '\\# 1'],
  ['#1', '#1'],
  ['1. May', '1\\. May'],
  ['1986', '1986'],
  ['- a', '\\- a'],
  ['--', '\\--'],
  ['+ a', '\\+ a'],
  ['&gt;&gt;&gt; print', '\\>>> print'],
  ['===', '\\==='],
  ['| a', '\\| a'],
  ['[x] a', '\\[x] a'],
  ['[Anna]: Yes', '\\[Anna]: Yes'],
])('writes a line that begins with %s as text', (html, markdown) => {
  expect(markdownOf(`Before<br>${html}`)).toBe(`Before\\\n${markdown}`);
});

it.each([
  ['a<b>b</b>c', 'a**b**c'],
  ['<b>Title<br></b>Text', '**Title**\\\nText'],
  ['<b> a </b>b', '**a** b'],
  ['<b></b>a<i> </i>b', 'a b'],
  ['<b>a:</b>b', '<strong>a:</strong>b'],
  ['<b>重要：</b>借', '**重要：**借'],
  ['<b>a</b><b>b</b>', '**ab**'],
  ['<b>a <i>b</i></b>', '**a _b_**'],
  ['<i>a <b>b</b></i>', '_a **b**_'],
  ['<b><span style="font-weight:bold">a</span></b>', '**a**'],
  ['<span style="font-style:italic; color:red">a</span>', '*a*'],
  ['<b style="font-weight:normal">a</b>', 'a'],
  ['<strike>a</strike>', '~~a~~'],
  ['H<sub>2</sub>O and <u>a</u>', 'H<sub>2</sub>O and <u>a</u>'],
  ['<abbr title="HyperText">HTML</abbr> <abbr>a</abbr>', '<abbr title="HyperText">HTML</abbr> a'],
  ['<tt>a`b</tt>', '``a`b``'],
  ['<code><a href="/a">b</a></code>', '<code>[b](/a)</code>'],
  ['<font size="2"><span lang="EN">a</span></font>', 'a'],
  ['<o:p>a</o:p>', 'a'],
])('converts %s', (html, markdown) => {
  expect(markdownOf(`<p>${html}</p>`)).toBe(markdown);
});

it('keeps no-break spaces only where they belong', () => {
  expect(markdownOf('a&nbsp;b,&nbsp; c 10&nbsp;000&nbsp;km «&nbsp;d&nbsp;» e&nbsp;!')).toBe(
    'a b, c 10\u00a0000\u00a0km «\u00a0d\u00a0» e\u00a0!',
  );
});

it('says the same as the source on the page', async () => {
  const words =
    'a * b_c_ <i> &amp; [x](y) **z** `t` 1. | ~~s~~ \\ \\* http://a.test/_b_ www.c.test!';
  const html = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const { document } = await render(markdownOf(`<p>${html}</p>`));
  expect(textOf(document).trim()).toBe(words);
});
