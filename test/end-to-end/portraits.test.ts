/** Author portraits of a whole site. */
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSite, built, type BuiltSite } from '../support/build-site.ts';
import { elements, onlyWithClass, type Element } from '../support/dom.ts';
import { movingGif, photograph, png } from '../support/pictures.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="30" height="30"><path d="M0 0"/></svg>';
const AVATARS = {
  upright: 'upright.jpg',
  wide: './wide.png',
  small: 'faces/small one.png',
  moving: 'moving.gif',
  drawn: 'drawn.svg',
  shown: 'shown.jpg',
  remote: 'https://example.org/a.png',
};

let content: string;
let cache: string;
let site: BuiltSite;

function build(...args: string[]): Promise<BuiltSite> {
  return buildSite({ content, args: ['--cache', cache, ...args] });
}

function card(author: string, { output }: BuiltSite = site): Element {
  return onlyWithClass(output.page(`/authors/${author}/`), 'author-card');
}

/** Attributes of what a browser may choose from, with names of versions cut down to what follows their hash. */
function sourcesOf(node: Element): Record<string, string>[] {
  return elements(node, 'source').map(({ attribs: { srcset = '', ...others } }) => ({
    ...others,
    srcset: srcset.replace(/\/blog\/hashed\/[0-9a-f]{16}/g, ''),
  }));
}

beforeAll(async () => {
  const names = Object.keys(AVATARS);
  content = folderWith({
    'site.yaml': 'title: Faces\nurl: https://faces.example/blog/\n',
    'posts/hello/index.md': `---\ntitle: Hello\npublishDate: 2024-03-10\nauthor: [${names.join(', ')}]\n---\n\n![A face](/authors/shown/shown.jpg)\n\n![Beside it](beside.png)\n`,
    'posts/hello/beside.png': await png(400, 40),
    ...Object.fromEntries(
      Object.entries(AVATARS).map(([name, avatar]) => [
        `authors/${name}.json`,
        JSON.stringify({ name, avatar }),
      ]),
    ),
    'authors/upright.jpg': await photograph(400, 300, 6),
    'authors/wide.png': await png(600, 400),
    'authors/faces/small one.png': await png(60, 60),
    'authors/moving.gif': await movingGif(300, 300),
    'authors/drawn.svg': SVG,
    'authors/shown.jpg': await photograph(700, 700),
  });
  cache = temporaryFolder();
  site = built(await build());
});

describe('a portrait', () => {
  it('is offered at the size of its square, at two pixel densities', () => {
    expect(sourcesOf(card('upright'))).toEqual([
      { type: 'image/avif', srcset: '-96.avif 96w, -192.avif 192w', sizes: '96px' },
    ]);
  });

  it('fills the square when it is in landscape format', () => {
    expect(sourcesOf(card('wide'))).toEqual([
      { type: 'image/avif', srcset: '-144.avif 144w, -288.avif 288w', sizes: '144px' },
    ]);
  });

  it('is never enlarged', () => {
    expect(sourcesOf(card('small'))).toEqual([{ type: 'image/avif', srcset: '-60.avif' }]);
  });

  it('is animated, except with reduced motion', () => {
    expect(sourcesOf(card('moving'))).toEqual([
      {
        type: 'image/avif',
        media: '(prefers-reduced-motion: reduce)',
        srcset: '-192-still.avif',
      },
      { type: 'image/webp', srcset: '-192.webp' },
    ]);
  });

  it('shares its small versions with posts that show it', () => {
    const body = onlyWithClass(site.output.page('/2024/03/hello/'), 'e-content');
    const [inPost] = sourcesOf(body);
    const [inCard] = sourcesOf(card('shown'));
    expect(inPost?.['srcset']).toMatch(/^-112\.avif 112w, .*-700\.avif 700w$/);
    expect(inPost?.['sizes']).toBe('(max-width: 658px) 90vw, 592px');
    expect(inCard).toEqual({ ...inPost, sizes: '96px' });
  });

  it('stays an SVG, or stays absent', () => {
    expect(sourcesOf(card('drawn'))).toEqual([]);
    expect(elements(card('drawn'), 'img').map(({ attribs }) => attribs['src'])).toEqual([
      '/blog/authors/drawn/drawn.svg',
    ]);
    expect(elements(card('remote'), 'img', 'picture')).toEqual([]);
  });

  it('falls back to the original', () => {
    const images = ['upright', 'small'].map((author) => onlyWithClass(card(author), 'u-photo'));
    expect(images.map(({ attribs }) => attribs)).toEqual(
      ['upright/upright.jpg', 'small/faces/small%20one.png'].map((file) => ({
        alt: '',
        class: 'avatar u-photo',
        width: '96',
        height: '96',
        loading: 'lazy',
        src: `/blog/authors/${file}`,
      })),
    );
    expect(site.output.has('authors/upright/upright.jpg')).toBe(true);
  });
});

describe('a published portrait', () => {
  it('exists in every size that pages name', async () => {
    const named = Object.keys(AVATARS)
      .flatMap((author) => elements(card(author), 'source'))
      .flatMap(({ attribs: { srcset = '' } }) => srcset.split(', '))
      .map((candidate) => candidate.split(' '));
    expect(named.length).toBeGreaterThan(12);
    for (const [address = '', width = ''] of named) {
      const made = sharp(site.output.bytes(address.slice('/blog/'.length)));
      const { format, width: pixels } = await made.metadata();
      expect(format, address).toBe(address.endsWith('.webp') ? 'webp' : 'heif');
      expect(pixels, address).toBe(Number(/-(\d+)\D*$/.exec(address)?.[1]));
      expect(width, address).toMatch(new RegExp(`^(?:${pixels}w)?$`));
    }
  });

  it('is upright', async () => {
    const [file = ''] = /hashed\/\S+-192\.avif/.exec(
      elements(card('upright'), 'source')[0]?.attribs['srcset'] ?? '',
    ) ?? [''];
    const { width, height } = await sharp(site.output.bytes(file)).metadata();
    expect([width, height]).toEqual([192, 256]);
  });

  it('contains no metadata', () => {
    for (const file of site.output.files())
      expect(site.output.bytes(file).includes('Secret Camera'), file).toBe(false);
  });
});

it('encodes a portrait once', async () => {
  const second = built(await build());
  expect(second.stdout).toMatch(/^Images: 0 resized, 6 from the cache/m);
  expect(second.output.fingerprint()).toEqual(site.output.fingerprint());
});

it('with --no-images shows the original portrait', async () => {
  const plain = built(await build('--no-images'));
  for (const author of Object.keys(AVATARS))
    expect(elements(card(author, plain), 'picture', 'source'), author).toEqual([]);
  expect(onlyWithClass(card('upright', plain), 'u-photo').attribs['src']).toBe(
    '/blog/authors/upright/upright.jpg',
  );
  expect(plain.output.files().filter((file) => file.endsWith('.avif'))).toEqual([]);
  for (const file of plain.output.files())
    expect(plain.output.bytes(file).includes('Secret Camera'), file).toBe(false);
});
