/** Bodies in feeds: no anchors beside headings, every word of the writer, absolute URLs. */
import { describe, expect, it } from 'vitest';
import { siteSchema } from '../../../src/content/site-schema.ts';
import { feedContent } from '../../../src/outputs/feeds/content.ts';
import { elements, lineOf, parsePage } from '../../support/dom.ts';
import { render } from '../../support/render.ts';

const POST = 'https://garden.example/blog/2024/03/hello/';

async function inFeed(markdown: string) {
  return parsePage(feedContent((await render(markdown)).parts, POST));
}

describe('in a feed', () => {
  it('a link of the writer\u2019s is no anchor of a heading, whatever its class', async () => {
    const document = await inFeed(
      '# Title\n\n<a class="anchor" href="https://x.example/">kept words</a>',
    );
    expect(lineOf(document)).toBe('Title kept words');
  });

  it.each([
    ['#place', `${POST}#place`],
    ['/blog/tags/', 'https://garden.example/blog/tags/'],
    ['https://x.example/?a=1', 'https://x.example/?a=1'],
  ])('the address %s is absolute', async (href, expected) => {
    const document = await inFeed(`[x](${href})`);
    expect(elements(document, 'a').map(({ attribs }) => attribs['href'])).toEqual([expected]);
  });

  it('an address is absolute or gone, whichever attribute holds it', async () => {
    const html = `<blockquote cite="/a">x</blockquote><q cite="b/c">x</q><ins cite="//x.example/">x</ins>
<p><a href="/a" ping="/b" longdesc="/c">x</a><img src="/a" srcset="/b 2x, c 3x" longdesc="/d" usemap="#e" lowsrc="/f" alt="x">
<video src="/a" poster="/b"><source src="c" srcset="/d"><track src="/e"></video><audio src="/a"></audio>
<picture><source srcset="/a"><img src="/b" alt="x"></picture><object data="/a" codebase="/b">x</object><embed src="/a">
<input type="image" src="/a" formaction="/b"><button formaction="/a">x</button><area href="/a"></p>
<table background="/a"><tr><td background="/b" style="background: url(/c)">x</td></tr></table>
<form action="/a">x</form><body background="/a"><link href="/a"><base href="/a"><svg><a xlink:href="/b">x</a></svg>`;
    const values = elements(await inFeed(html)).flatMap(({ attribs }) => Object.values(attribs));
    const addresses = values.filter((value) => /[/#]/.test(value));
    expect(addresses.length).toBeGreaterThanOrEqual(10);
    expect(addresses.filter((value) => !value.startsWith('https://'))).toEqual([]);
  });

  it('a frame does not run into the words beside it', async () => {
    const frame = '<iframe src="https://www.youtube.com/embed/x" title="Bees"></iframe>';
    const markdown = `Look:${frame}there. Also ${frame} here.`;
    const content = feedContent((await render(markdown)).parts, POST);
    expect(lineOf(parsePage(content))).toBe('Look: Bees there. Also Bees here.');
    expect(content).not.toContain('  ');
  });

  it('a frame becomes a link to the page that shows the same', async () => {
    const document = await inFeed(
      '<iframe src="https://www.youtube.com/embed/x?start=30" title="A &amp; B"></iframe>',
    );
    expect(elements(document, 'a').map((link) => [link.attribs['href'], lineOf(link)])).toEqual([
      ['https://www.youtube.com/watch?v=x&t=30s', 'A & B'],
    ]);
  });

  it('a video keeps its sources', async () => {
    const document = await inFeed('<video><source src="https://x.example/a.mp4"></video>');
    expect(elements(document).map(({ name }) => name)).toEqual(['p', 'video', 'source']);
  });

  it.each(['abbr', 'article', 'details', 'insert'])('text about <%s> is no tag', async (name) => {
    const html = `<p>&lt;${name} href="/x"&gt; src="/y"</p>\n`;
    const { parts } = await render(`\\<${name} href="/x"> src="/y"`);
    expect(feedContent(parts, POST)).toBe(html);
  });

  it('a reference has no icon', async () => {
    const url = 'https://peps.python.org/pep-0008/';
    const references = siteSchema.parse({}).shippedReferences;
    const { html, parts } = await render(`[PEP 8](${url})`, { references });
    expect(html).toContain(' class="reference ');
    expect(feedContent(parts, POST)).toBe(`<p><a href="${url}">PEP 8</a></p>\n`);
  });

  it.each([
    ['I am <strike>not</strike> here', 'I am <s>not</s> here'],
    ['a<center>b</center>c', '<p>a</p><div>b</div><p>c</p>'],
    ['<input value="Ada"> <select><option>red</select>', 'Ada red'],
    [
      '<embed src="http://www.youtube.com/v/Ab12" title="Roses">',
      '<a href="https://www.youtube.com/watch?v=Ab12">Roses</a>',
    ],
    ['<embed src="/a.mp3">', '<audio src="https://garden.example/a.mp3" controls></audio>'],
    [
      '<script src="https://gist.github.com/a/1.js"></script>',
      '<a href="https://gist.github.com/a/1" class="bare">gist.github.com/a/1</a>',
    ],
  ])('old HTML is what it is on the page: %s', async (markdown, html) => {
    expect(feedContent((await render(markdown)).parts, POST)).toContain(html);
  });
});
