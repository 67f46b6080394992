/** Removal of empty elements, keeping link targets. */
import { describe, expect, it } from 'vitest';
import { elements } from '../support/dom.ts';
import { renderedHtml, render } from '../support/render.ts';

describe('an empty element', () => {
  it.each([
    ['<p></p><p>a</p><p>&nbsp;</p>', '<p>a</p>'],
    ['a\n\n&nbsp;\n\nb', '<p>a</p><p>b</p>'],
    ['<div><p><br></p><p><b> </b></p></div><p>a</p>', '<p>a</p>'],
    ['<p>a<b> </b>b<i></i><em></em></p>', '<p>a b</p>'],
    ['<h2><br></h2><p>a</p>', '<p>a</p>'],
    ['##\n\na', '<p>a</p>'],
    ['<p>a <a href="https://x.example/"></a><a></a>b</p>', '<p>a b</p>'],
    ['<p>a <a href="https://x.example/"><img></a></p>', '<p>a </p>'],
    ['<p><a href="https://x.example/"> </a></p><p>a</p>', '<p>a</p>'],
    ['<p>a <span style="color: red"><span>b</span></span> c</p>', '<p>a b c</p>'],
    ['<figure><figcaption></figcaption></figure><p>a</p>', '<p>a</p>'],
  ])('is removed: %j', async (markdown, html) => {
    expect(await renderedHtml(markdown)).toBe(html);
  });

  it.each([
    '<p>a<br>b</p>',
    '<p>a<br><br>b</p>',
    '<p><b>a<br></b>b</p>',
    '<p>a <span lang="de">b</span> c</p>',
    '<ul><li></li><li>a</li></ul>',
    '<pre tabindex="0">a\n<br><br><br>\n</pre>',
    '<p>a</p><hr><p>b</p>',
  ])('is kept when it has content: %s', async (html) => {
    const unframed = (await renderedHtml(html)).replace(
      /<div class="code-frame">(.*)<\/div>/,
      '$1',
    );
    expect(unframed).toBe(html.replaceAll('\n', ''));
  });
});

describe('line breaks', () => {
  it.each([
    ['<p><br>a<br><br></p>', '<p>a</p>'],
    ['<p>a<br>\n<br>&nbsp;<br><br>b</p>', '<p>a<br><br>\u00a0b</p>'],
    ['<div>a<br><br><p>b</p><br>c</div>', '<div>a<p>b</p>c</div>'],
    ['<p>a</p><br><br><p>b</p>', '<p>a</p><p>b</p>'],
    ['<p>a</p>&nbsp;<p>b</p>', '<p>a</p><p>b</p>'],
  ])('are removed at the edges of a block and in long runs: %j', async (markdown, html) => {
    expect(await renderedHtml(markdown)).toBe(html);
  });
});

describe('an empty link target', () => {
  it.each([
    '<p id="x"></p>',
    '<h2 id="x"></h2>',
    '<h3 id="x"><br></h3>',
    '<div id="x"><br></div>',
    '<a name="x"></a>',
    '<p><a id="x" href="https://x.example/"></a></p>',
    '<p><b id="x"></b></p>',
  ])('keeps its id and takes no space: %s', async (html) => {
    const { document } = await render(`<p>a</p>${html}<p>[b](#x)</p>`);
    const [place, ...others] = elements(document).filter(({ attribs }) => attribs['id'] === 'x');
    expect(others).toEqual([]);
    expect(place?.name).toMatch(/^(?:span|a|b)$/);
    expect(place?.attribs['href']).toBeUndefined();
  });
});
