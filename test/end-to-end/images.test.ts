/** Images of a whole site: every format, from Markdown and HTML, valid and damaged. */
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, built, type BuiltSite } from '../support/build-site.ts';
import { elements, hasClass, onlyWithClass, type Element } from '../support/dom.ts';
import { bomb, movingGif, noise, photograph, png } from '../support/pictures.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const BODY = `
![First](wide.png)

<p><a href="https://1.bp.blogspot.com/x/s1600/wide.png"><img src="wide.png" width="300" height="900" style="float:left"></a></p>

<img src="wide.png" alt="Half" width="50%">

![Upright](upright.jpg) and ![](small.png "A title")

<picture><source srcset="https://evil.example/a.webp"><source src="small.png"><img src="small.png" height="15"></picture>

![Moving](moving.gif)

![Drawing](drawing.svg)

![Wrong name](photo.png)

![Cut short](cut.jpg)

![Too large](bomb.png)

![Elsewhere](https://example.org/a.png) ![Public](/public.png)

[A file](linked.jpg)
`;

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><script>alert(1)</script><path d="M0 0"/></svg>';

let content: string;
let cache: string;
let site: BuiltSite;
let images: Map<string, Element>;

const post = 'index.md';
const page = (built_: BuiltSite): Element =>
  onlyWithClass(built_.output.page('/2024/03/hello/'), 'e-content');

function build(...args: string[]): Promise<BuiltSite> {
  return buildSite({ content, args: ['--cache', cache, ...args] });
}

/** Attributes of the sources that a browser may choose from. */
function sourcesOf(image: Element | undefined): Record<string, string>[] {
  const { parent } = image ?? {};
  const around = parent && 'name' in parent && parent.name === 'picture' ? parent : undefined;
  return around === undefined ? [] : elements(around, 'source').map(({ attribs }) => attribs);
}

beforeAll(async () => {
  const photo = await photograph(200, 100);
  content = folderWith({
    'site.yaml': 'title: Pictures\nurl: https://pictures.example/blog/\n',
    [`posts/hello/${post}`]: `---\ntitle: Hello\npublishDate: 2024-03-10\n---\n${BODY}`,
    'posts/hello/wide.png': await noise(1300, 130).blur(2).png().toBuffer(),
    'posts/hello/upright.jpg': await photograph(120, 60, 6),
    'posts/hello/small.png': await png(40, 30),
    'posts/hello/moving.gif': await movingGif(90, 60),
    'posts/hello/drawing.svg': SVG,
    'posts/hello/photo.png': await noise(50, 40).jpeg().toBuffer(),
    'posts/hello/cut.jpg': photo.subarray(0, photo.length / 2),
    'posts/hello/bomb.png': bomb(20_000, 20_000),
    'posts/hello/linked.jpg': photo,
  });
  cache = temporaryFolder();
  site = built(await build());
  images = new Map(elements(page(site), 'img').map((image) => [image.attribs['alt'] ?? '', image]));
});

describe('every image', () => {
  it('has the size of its file, or the one the writer gave', () => {
    const sizes = elements(page(site), 'img').map(({ attribs: { src, width, height } }) => [
      src?.split('/').at(-1),
      width,
      height,
    ]);
    expect(sizes).toEqual([
      ['wide.png', '1300', '130'],
      ['wide.png', '300', '30'],
      ['wide.png', '296', '30'],
      ['upright.jpg', '60', '120'],
      ['small.png', '40', '30'],
      ['small.png', '20', '15'],
      ['moving.gif', '90', '60'],
      ['drawing.svg', '30', '20'],
      ['photo.png', '50', '40'],
      ['cut.jpg', '200', '100'],
      ['bomb.png', '20000', '20000'],
      ['a.png', undefined, undefined],
      ['public.png', undefined, undefined],
    ]);
  });

  it('except the first loads lazily', () => {
    const lazy = elements(page(site), 'img').map(({ attribs }) => attribs['loading']);
    expect(lazy).toEqual([undefined, ...lazy.slice(1).map(() => 'lazy')]);
  });

  it('keeps its link, or leads to its file if that shows more', () => {
    const links = elements(page(site), 'a').filter((link) => elements(link, 'img').length > 0);
    const toFile = links.filter((link) => hasClass(link, 'zoom'));
    const address = '/blog/2024/03/hello/';
    expect(toFile.map(({ attribs }) => [attribs['href'], attribs['data-size']])).toEqual([
      [`${address}wide.png`, '1300 130'],
      [`${address}wide.png`, '1300 130'],
      [`${address}bomb.png`, '20000 20000'],
    ]);
    const written = links.filter((link) => !toFile.includes(link));
    expect(written.map(({ attribs }) => attribs['href'])).toEqual([
      'https://1.bp.blogspot.com/x/s1600/wide.png',
    ]);
  });

  it('has every version that its page names', () => {
    const named = elements(page(site), 'source', 'img').flatMap(({ attribs }) =>
      [attribs['src'], ...(attribs['srcset'] ?? '').split(', ').map((part) => part.split(' ')[0])]
        .filter(
          (address) => address?.startsWith('/blog/') === true && !address.endsWith('public.png'),
        )
        .map((address) => address?.slice('/blog/'.length) ?? ''),
    );
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((file) => !site.output.has(file))).toEqual([]);
  });
});

describe('browsers can choose', () => {
  it('a width', () => {
    const [source] = sourcesOf(images.get('First'));
    expect(source?.['srcset']?.match(/ \d+w/g)?.map(Number.parseInt)).toBeDefined();
    expect(source?.['srcset']?.replace(/\/blog\/hashed\/[0-9a-f]{16}/g, '')).toBe(
      '-400.avif 400w, -592.avif 592w, -720.avif 720w, -848.avif 848w, -1000.avif 1000w, -1300.avif 1300w',
    );
    expect(source?.['sizes']).toMatch(/^\(min-width: 1360px\) 848px, .* 90vw, 592px$/);
    expect(source?.['type']).toBe('image/avif');
  });

  it('a width for an image whose width is in percent', () => {
    const half = images.get('Half');
    expect(half?.attribs['data-width']).toBe('50%');
    expect(sourcesOf(half)[0]?.['sizes']).toBe('(max-width: 658px) 45vw, 296px');
  });

  it('reduced motion', () => {
    const sources = sourcesOf(images.get('Moving')).map(({ type, media }) => [type, media]);
    expect(sources).toEqual([
      ['image/avif', '(prefers-reduced-motion: reduce)'],
      ['image/webp', undefined],
    ]);
  });

  it('only the original when no version is smaller', () => {
    for (const alt of ['Drawing', 'Cut short', 'Too large', 'Elsewhere', 'Public'])
      expect(sourcesOf(images.get(alt)), alt).toEqual([]);
  });

  it('only from generated sources, never from those in the post', () => {
    expect(JSON.stringify(sourcesOf(images.get('')))).not.toContain('evil');
  });
});

describe('published images', () => {
  it('contain no metadata', () => {
    for (const file of site.output.files())
      expect(site.output.bytes(file).includes('Secret Camera'), file).toBe(false);
    expect(site.output.has('2024/03/hello/linked.jpg')).toBe(true);
  });

  it('cannot run scripts', () => {
    expect(site.output.read('2024/03/hello/drawing.svg')).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="20"><path d="M0 0"/></svg>\n',
    );
  });

  it('appear in feeds as the original, with its size', () => {
    const feed = site.output.read('feed.json');
    expect(feed).toContain(
      String.raw`src=\"https://pictures.example/blog/2024/03/hello/wide.png\" alt=\"First\"`,
    );
    expect(feed).toContain(String.raw`width=\"1300\" height=\"130\"`);
    expect(feed).toMatch(
      /<img (?=[^>]* width=\\"50%\\")(?=[^>]* alt=\\"Half\\")(?![^>]*(?:data-|height))/,
    );
    expect(feed).not.toMatch(/<picture|<source|hashed/);
  });
});

it('reports damaged images and still builds', () => {
  expect(
    site.stderr.match(/^warning (?:image|\S+).*$/gm)?.map((line) => line.split(' ')[1]),
  ).toEqual(expect.arrayContaining(['image-damaged', 'image-too-large']));
  expect(site.stdout).toMatch(/^Images: \d+ resized, 0 from the cache, in [\d.]+ s\.$/m);
});

it('encodes each image once', async () => {
  const second = built(await build());
  expect(second.stdout).toMatch(/^Images: 0 resized, \d+ from the cache/m);
  expect(second.output.fingerprint()).toEqual(site.output.fingerprint());
});

it('with --no-images shows the originals, without metadata', async () => {
  const plain = built(await build('--no-images'));
  expect(plain.stdout).not.toContain('Images:');
  expect(elements(page(plain), 'picture')).toEqual([]);
  expect(elements(page(plain), 'img')[0]?.attribs).toMatchObject({ width: '1300', height: '130' });
  expect(plain.output.files().filter((file) => file.endsWith('.avif'))).toEqual([]);
  for (const file of plain.output.files())
    expect(plain.output.bytes(file).includes('Secret Camera'), file).toBe(false);
});
