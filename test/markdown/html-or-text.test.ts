/** Text that looks like a tag stays text. */
import { describe, expect, it } from 'vitest';
import { elements, lineOf } from '../support/dom.ts';
import { render } from '../support/render.ts';

describe('text in angle brackets', () => {
  it.each([
    ['File "<stdin>", line 1, in <module>', 'File "<stdin>", line 1, in <module>'],
    ['Write to <webmaster at python.org>.', 'Write to <webmaster at python.org>.'],
    ['The <Python Software Foundation> is', 'The <Python Software Foundation> is'],
    ['<stdin> begins the line', '<stdin> begins the line'],
    ['in a list:\n\n- <module>\n- </module>', 'in a list: <module> </module>'],
    ['| <stdin> |\n| --- |\n| <lambda> |', '<stdin> <lambda>'],
    ['> <genexpr>', '<genexpr>'],
    ['`<code>` and <unknown>', '<code> and <unknown>'],
    ['List<String> and Map<K, V>', 'List<String> and Map<K, V>'],
    ['a < b and c > d', 'a < b and c > d'],
    ['<p>In HTML: <stdin></p>', 'In HTML: <stdin>'],
    ['<div>\n<module> at <webmaster at x>\n</div>', '<module> at <webmaster at x>'],
    ['1 <2 and 3> 2', '1 <2 and 3> 2'],
    ['<3 you', '<3 you'],
  ])('%j is shown as text', async (markdown, expected) => {
    expect(lineOf((await render(markdown)).document)).toBe(expected);
  });

  it('is told apart from HTML in any letter case', async () => {
    const { document } = await render(
      'A <KBD>key</KBD>, a <Mark>mark</Mark>, <https://x.example/>',
    );
    expect(elements(document).map(({ name }) => name)).toEqual(['p', 'kbd', 'mark', 'a']);
  });

  it('drops leftovers of word processors', async () => {
    expect(lineOf((await render('<p>Text<o:p></o:p></p>')).document)).toBe('Text');
  });
});
