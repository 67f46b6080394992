/** Image resolution, from Markdown and HTML. */
import { describe, expect, it } from 'vitest';
import { elements, lineOf } from '../support/dom.ts';
import { render } from '../support/render.ts';

const FILES = ['a.png', 'my photo.jpg', 'img/deep/b.gif', 'caf\u00e9.png', 'unused.png'];

async function images(markdown: string) {
  const rendered = await render(markdown, { files: FILES });
  const found = elements(rendered.document, 'img').map(({ attribs }) => attribs);
  return { ...rendered, sources: found.map(({ src }) => src), images: found };
}

describe('a local image', () => {
  it.each([
    ['![](./a.png)', 'a.png'],
    ['![](a.png)', 'a.png'],
    ['<img src="a.png">', 'a.png'],
    ['<p><IMG SRC="./a.png" ALT="x"></p>', 'a.png'],
    ['![](my%20photo.jpg)', 'my%20photo.jpg'],
    ['![](<my photo.jpg>)', 'my%20photo.jpg'],
    ['<img src="my photo.jpg">', 'my%20photo.jpg'],
    ['![](img/deep/b.gif)', 'img/deep/b.gif'],
    ['![](img/../a.png)', 'a.png'],
    ['![](cafe\u0301.png)', 'caf%C3%A9.png'],
    ['![x][1]\n\n[1]: a.png', 'a.png'],
    ['[![](a.png)](https://x.example/)', 'a.png'],
  ])('%j is published and shown', async (markdown, name) => {
    const { sources, files, codes } = await images(markdown);
    expect(sources).toEqual([`/2024/03/hello/${name}`]);
    expect(files).toEqual([decodeURI(name)]);
    expect(codes).toEqual([]);
  });

  it('is published once', async () => {
    expect((await images('![](a.png) ![](./a.png) <img src="a.png">')).files).toEqual(['a.png']);
  });

  it('can be a video, poster, audio or subtitles', async () => {
    const { files } = await render(
      '<video src="v.mp4" poster="p.png"><track src="t.vtt"></video><audio src="s.mp3"></audio>',
      { files: ['v.mp4', 'p.png', 't.vtt', 's.mp3'] },
    );
    expect(files).toEqual(['p.png', 's.mp3', 't.vtt', 'v.mp4']);
  });
});

describe('an image before text', () => {
  it.each([
    ['48', undefined],
    ['49', 'picture'],
  ])('is %s pixels wide and gets the class %s', async (width, name) => {
    const { images: found } = await images(`<p><img src="a.png" width="${width}"> Words.</p>`);
    expect(found.map((image) => image['class'])).toEqual([name]);
  });
});

/** Names that people and cameras give to files. */
const NAMES = [
  '100% fun.jpg',
  '50%25.png',
  '50%20 off.png',
  'My Photo.JPG',
  'C#.png',
  '#1.png',
  'who?.png',
  '?.png',
  'a+b.png',
  'R&D.png',
  'a&lt;.png',
  "Tom's.png",
  'a "b".png',
  'a(1).png',
  '[x] (2.png',
  'Garden: May.png',
  'a,b;c=d@e!$~`^{|}.png',
  'e\u0301t\u00e9.png',
  'at 9.41\u202fAM.png',
  '\u65e5\u672c/\u5ead 1.png',
];
const escapeName = (name: string): string =>
  name.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

describe.each(NAMES)('a file named %s', (name) => {
  it.each([
    ['Markdown', `![x](<${escapeName(name)}>)`],
    ['encoded Markdown', `![x](${encodeURIComponent(name).replace(/[()]/g, '\\$&')})`],
    ['HTML', `<img src="${escapeName(name)}" alt="x">`],
    ['a link', `[x](<${escapeName(name.replace(/^[#?]/, './$&'))}>)`],
    ['a link in HTML', `<a href="${escapeName(name.replace(/^[#?]/, './$&'))}">x</a>`],
  ])('is found from %s', async (_kind, markdown) => {
    const { files, codes, document } = await render(markdown, { files: ['x.png', name] });
    expect(codes).toEqual([]);
    expect(files).toEqual([name]);
    const [element] = elements(document, 'img', 'a');
    const { pathname, search, hash } = new URL(
      element?.attribs['src'] ?? element?.attribs['href'] ?? '',
      'https://garden.example',
    );
    expect(decodeURIComponent(pathname)).toBe(`/2024/03/hello/${name}`);
    expect(search + hash).toBe('');
  });
});

it('keeps the fragment after a name with a number sign', async () => {
  const { html } = await render('[x](<C# in a day.pdf#page=2>)', { files: ['C# in a day.pdf'] });
  expect(html).toContain('href="/2024/03/hello/C%23%20in%20a%20day.pdf#page=2"');
});

describe('a remote image', () => {
  it.each([
    ['![](https://x.example/a.png)', 'https://x.example/a.png'],
    ['![](//x.example/a.png)', 'https://x.example/a.png'],
    ['![](http://x.example/a.png)', 'https://x.example/a.png'],
    ['<img src="HTTP://x.example/a.png">', 'https://x.example/a.png'],
    ['![](/favicon.svg)', '/favicon.svg'],
  ])('%s is kept', async (markdown, src) => {
    const { sources, files } = await images(markdown);
    expect(sources).toEqual([src]);
    expect(files).toEqual([]);
  });
});

describe('a missing image', () => {
  it('is reported, and shows its description', async () => {
    const { images: found, codes, problems } = await images('![A bean](bean.png)');
    expect(codes).toEqual(['image-missing']);
    expect(found[0]?.['alt']).toBe('A bean');
    expect(problems[0]?.hint).toContain('a.png');
  });

  it.each(['../x.png', 'img/../../x.png', '..%2Fx.png', '..\\x.png'])(
    'outside the folder is an error: %s',
    async (address) => {
      const { codes, files } = await render(`<img src="${address}">`, { files: FILES });
      expect(codes).toEqual(['image-outside']);
      expect(files).toEqual([]);
    },
  );

  it('without an address is removed', async () => {
    expect((await images('<img alt="x">')).images).toEqual([]);
  });
});

describe('an unusable image', () => {
  it.each([
    ['![A bean](data:image/png;base64,x)', 'image-scheme'],
    ['<img src="file:///bean.png" alt="A bean">', 'image-scheme'],
    ['<img src="/\\evil.example/x.png" alt="A bean">', 'image-backslash'],
    ['<img src="\\\\evil.example/x.png" alt="A bean">', 'image-backslash'],
    ['<picture><source src="a.png"><img src="file:///x" alt="A bean"></picture>', 'image-scheme'],
  ])('is replaced by its description: %s', async (markdown, code) => {
    const { images: found, codes, document } = await images(markdown);
    expect(codes).toEqual([code]);
    expect(found).toEqual([]);
    expect(lineOf(document)).toBe('A bean');
    expect(elements(document, 'picture')).toEqual([]);
  });
});

describe('image loading', () => {
  it('is lazy for all but the first', async () => {
    const { images: found } = await images('![](a.png)\n\n![](a.png)\n\n![](a.png)');
    expect(found.map(({ loading }) => loading)).toEqual([undefined, 'lazy', 'lazy']);
  });

  it.each([
    ['width="320" height="50%"', { width: '320' }],
    ['width="300px"', { width: '300' }],
    ['width=" 299.6 PX " height="20px"', { width: '300', height: '20' }],
    ['width="50%"', { 'data-width': '50%' }],
    ['width="50 %" height="200"', { 'data-width': '50%' }],
    ['width="33.3%"', { 'data-width': '33%' }],
    ['width="5%"', { 'data-width': '05%' }],
    ['width="250%"', { 'data-width': '100%' }],
    ['width="0%"', {}],
    ['width="auto" height="-5"', {}],
    ['width="12em"', {}],
    ['style="width:50%"', { 'data-width': '50%' }],
    ['style="border-width: 3px; Width : 120px !important"', { width: '120' }],
    ['width="640" height="480" style="width: 80%"', { 'data-width': '80%' }],
    ['width="50%" style="width: 120px; height: auto"', { width: '120' }],
    ['width="640" style="max-width: 50%; width: auto"', { width: '640' }],
    ['height="40" style="height: 30px"', { height: '30' }],
    ['data-width="1600"', {}],
  ])('keeps a size that is written as %s', async (written, expected) => {
    const { images: found } = await images(`<img src="a.png" ${written}>`);
    const { width, height, 'data-width': share } = found[0] ?? {};
    expect({ width, height, 'data-width': share }).toEqual({
      width: undefined,
      height: undefined,
      'data-width': undefined,
      ...expected,
    });
  });
});
