import { expect, it } from 'vitest';
import { autop } from '../../../../src/import/readers/wordpress/autop.ts';

function words(text: string) {
  return text.match(/\b[a-z]\b/g)?.filter((word) => word !== 'p');
}

function html(text: string): string {
  return autop(text, (url) =>
    url.includes('youtu') ? `<iframe src="${url}"></iframe>` : undefined,
  ).replaceAll('\n', '');
}

it.each([
  ['one\n\ntwo', '<p>one</p><p>two</p>'],
  ['one\ntwo', '<p>one<br />two</p>'],
  ['one\r\n\r\ntwo\r\nthree', '<p>one</p><p>two<br />three</p>'],
  ['one\n \t\n\n\ntwo', '<p>one</p><p>two</p>'],
  ['one<br />\ntwo', '<p>one<br />two</p>'],
  ['<em>one\n\ntwo</em>', '<p><em>one</p><p>two</em></p>'],
  ['\n\n', ''],
])('makes paragraphs of %j', (text, expected) => {
  expect(html(text)).toBe(expected);
});

it.each([
  ['one\n<h2>Two</h2>\nthree', '<p>one</p><h2>Two</h2><p>three</p>'],
  ['<h2>Two\nlines</h2>', '<h2>Two<br />lines</h2>'],
  [
    '<ul>\n<li>one</li>\n<li>two\nlines</li>\n</ul>',
    '<ul><li>one</li><li>two<br />lines</li></ul>',
  ],
  ['<li>one\n\ntwo</li>', '<li><p>one</p><p>two</p></li>'],
  ['<blockquote>one\n\ntwo</blockquote>', '<blockquote><p>one</p><p>two</p></blockquote>'],
  ['<blockquote>one</blockquote>', '<blockquote><p>one</p></blockquote>'],
  ['<div>one</div>', '<div>one</div>'],
  ['<p>one\ntwo</p>\n\nthree', '<p>one<br />two</p><p>three</p>'],
  ['<p>one\n\ntwo</p>', '<p>one</p><p>two</p>'],
  ['one\n<hr />\ntwo', '<p>one</p><hr /><p>two</p>'],
  ['<table>\n<tr>\n<td>a\nb</td>\n</tr>\n</table>', '<table><tr><td>a<br />b</td></tr></table>'],
])('knows the blocks in %j', (text, expected) => {
  expect(html(text)).toBe(expected);
});

it('leaves code, scripts and the insides of tags alone', () => {
  const pre = '<pre>a\n\nb <b>c</b></pre>';
  expect(autop(`one\n${pre}\ntwo`, () => undefined)).toBe(`<p>one</p>\n${pre}\n<p>two</p>`);
  const script = '<script>\nlet a;\n\nlet b;\n</script>';
  expect(autop(script, () => undefined)).toBe(`<p>${script}</p>`);
  expect(html('<a\nhref="x"\n>y</a>')).toBe('<p><a href="x" >y</a></p>');
  expect(html('<a title="a > b\nc">y</a>\nz')).toBe('<p><a title="a > b c">y</a><br />z</p>');
});

it('keeps marks of the text', () => {
  expect(html('one\n\n<!--more-->\n\ntwo')).toBe('<p>one</p><!--more--><p>two</p>');
  expect(html('one\n<!--more-->\ntwo')).toBe('<p>one</p><!--more--><p>two</p>');
  expect(html('one <!--more--> two')).toBe('<p>one <!--more--> two</p>');
});

it('shows lines that are only an address', () => {
  const frame = '<iframe src="https://youtu.be/x"></iframe>';
  expect(html('one\nhttps://youtu.be/x\ntwo')).toBe(`<p>one</p>${frame}<p>two</p>`);
  expect(html('https://youtu.be/x')).toBe(frame);
  expect(html('see https://youtu.be/x')).toBe('<p>see https://youtu.be/x</p>');
  expect(html('https://other.example/')).toBe('<p>https://other.example/</p>');
});

it.each(['a < b\n\nc', '<notatag\n\nx', 'x <!-- y\n\nz', '<pre>x\n\ny'])(
  'loses no word of broken HTML: %j',
  (text) => {
    expect(words(html(text))).toEqual(words(text));
  },
);

it.each(['<a "', '<pre>', '<!--', '<', '\n', '<p>', '<a href="', "<b '>", '<br>\n'])(
  'takes linear time for many %j',
  (piece) => {
    const text = piece.repeat(300_000 / piece.length);
    const start = performance.now();
    autop(text, () => undefined);
    expect(performance.now() - start).toBeLessThan(5000);
  },
);
