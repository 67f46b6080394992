/** Images, frames and players that scripts of old blogs load late. */
import { describe, expect, it } from 'vitest';
import { urlsOf } from '../../src/lib/srcset.ts';
import { elements, lineOf } from '../support/dom.ts';
import { render } from '../support/render.ts';

const DATA = 'data:image/gif;base64,R0lGODlhAQABAAAAACw=';
const FILES = ['blank.gif', 'real.jpg', 'real-300x200.jpg', 'real.webp', 'other.jpg', 'film.mp4'];

const lazyFirst = (name: string): string =>
  `<img data-src="${name}"><noscript><img src="${name}"></noscript>`;
const lazyLast = (name: string): string =>
  `<noscript><img src="${name}"></noscript><img data-src="${name}">`;

async function sourcesOf(html: string): Promise<{ sources: string[]; text: string }> {
  const { document, codes } = await render(html, { files: FILES });
  expect(codes).toEqual([]);
  const sources = elements(document, 'img', 'video', 'source').flatMap(({ attribs }) =>
    attribs['src'] === undefined ? [] : attribs['src'].replace('/2024/03/hello/', ''),
  );
  return { sources, text: lineOf(document) };
}

describe('the real image is shown', () => {
  it.each([
    ['lazysizes', '<img src="blank.gif" data-src="real.jpg" class="lazyload" alt="x">'],
    ['no src', '<img data-src="real.jpg" alt="x">'],
    [
      'lazysizes with sizes',
      `<img src="${DATA}" data-srcset="real-300x200.jpg 300w, real.jpg 900w">`,
    ],
    ['srcset only', '<img srcset="real-300x200.jpg 300w, real.jpg 900w" sizes="100vw" alt="x">'],
    ['densities', '<img srcset="real-300x200.jpg, real.jpg 2x" alt="x">'],
    ['srcset beside a placeholder', `<img src="${DATA}" srcset="real.jpg 900w">`],
    [
      'Jetpack',
      `<img src="https://example.org/a.jpg" data-lazy-src="real.jpg" srcset="${DATA}"><noscript><img src="real.jpg"></noscript>`,
    ],
    [
      'WP Rocket',
      `<img width="1" height="1" src="data:image/svg+xml,%3Csvg%20xmlns='http://www.w3.org/2000/svg'%3E" data-lazy-srcset="real.jpg 900w, real-300x200.jpg 300w" data-lazy-src="real-300x200.jpg"><noscript><img src="real-300x200.jpg"></noscript>`,
    ],
    [
      'a3 Lazy Load',
      '<img class="lazy lazy-hidden" src="//example.org/lazy_placeholder.gif" data-lazy-type="image" data-src="real.jpg"><noscript><img src="real.jpg"></noscript>',
    ],
    ['Smush', `<img data-src="real.jpg" src="${DATA}" style="--smush-placeholder-width: 9px">`],
    ['jQuery', '<img data-original="real.jpg" src="blank.gif">'],
    ['Cloudflare', '<img data-cfsrc="real.jpg"><noscript><img src="real.jpg"></noscript>'],
    ['a fallback before it', '<noscript><img src="real.jpg"></noscript><img data-src="real.jpg">'],
    ['a fallback only', '<img src="blank.gif"><noscript><img src="real.jpg"></noscript>'],
    [
      'Medium',
      '<figure><div><div><img src="https://example.org/max/60/1*leaf.jpeg?q=20"></div><canvas></canvas><img data-src="real.jpg"><noscript><img src="https://example.org/max/1400/1*leaf.jpeg"></noscript></div></figure>',
    ],
    [
      'a picture',
      `<picture><source data-srcset="real.jpg 900w"><img src="${DATA}" alt="x"></picture>`,
    ],
    [
      'a picture with formats',
      '<picture><source type="image/webp" data-srcset="gone.webp"><img data-src="real.jpg"></picture>',
    ],
    ['a missing size', '<img data-srcset="real-2000x900.jpg 2000w, real.jpg 900w">'],
    [
      'other uses of the attribute',
      '<img src="real.jpg" data-original="true" data-src=\'{"a":1}\'>',
    ],
    [
      'a size of another site',
      '<img data-srcset="https://example.org/a.jpg 2000w, real.jpg 900w">',
    ],
    ['only one saved', '<img src="real.jpg" data-src="https://example.org/real-2000x900.jpg">'],
    ['a thumbnail of WordPress', '<img src="real.jpg" srcset="other.jpg 900w">'],
  ])('%s', async (_kind, html) => {
    expect(await sourcesOf(html)).toEqual({
      sources: [expect.stringMatching(/^real\.jpg$/)],
      text: '',
    });
  });
});

it('a placeholder loses its size, an image does not', async () => {
  const { document } = await render(
    '<img src="blank.gif" width="1" height="1" data-src="real.jpg"> <img data-src="real.jpg" width="300">',
    { files: FILES },
  );
  expect(elements(document, 'img').map(({ attribs }) => attribs['width'])).toEqual([
    undefined,
    '300',
  ]);
});

it('each of several images is shown once', async () => {
  const names = ['real.jpg', 'other.jpg', 'real.jpg'];
  for (const write of [lazyFirst, lazyLast])
    expect((await sourcesOf(`<p>${names.map(write).join('\n')}</p>`)).sources).toEqual(names);
});

it('a noscript with another image or with words stays', async () => {
  const { sources, text } = await sourcesOf(
    '<p><img src="other.jpg"></p><noscript><img src="real.jpg"></noscript><p>And</p><p><img data-src="real.jpg"></p><noscript>words <img src="real.jpg"></noscript>',
  );
  expect(sources).toEqual(['other.jpg', 'real.jpg', 'real.jpg', 'real.jpg']);
  expect(text).toBe('And words');
});

it('a noscript belongs to the image just beside it', async () => {
  const html =
    '<img data-src="real.jpg"><img src="other.jpg"><noscript><img src="real-300x200.jpg"></noscript>';
  expect((await sourcesOf(html)).sources).toEqual(['real.jpg', 'other.jpg', 'real-300x200.jpg']);
});

it('an image gets the description in its noscript', async () => {
  const { html } = await render(
    '<img data-src="real.jpg"><noscript><img src="real.jpg" alt="A leaf"></noscript>',
    { files: FILES },
  );
  expect(html).toContain('alt="A leaf"');
});

it('players and frames get their address', async () => {
  expect((await sourcesOf('<video controls data-src="film.mp4"></video>')).sources).toEqual([
    'film.mp4',
  ]);
  const frame =
    '<iframe src="about:blank" data-lazy-src="https://www.youtube.com/embed/x"></iframe>';
  const { parts } = await render(`<p>${frame}<noscript>${frame}</noscript></p>`);
  expect(parts.filter(({ kind }) => kind === 'embed')).toHaveLength(1);
});

it('an image of another site is the largest', async () => {
  const address = 'https://example.org/large.jpg?w=900,h=2';
  const html = `<img src="https://example.org/small.jpg" data-srcset="https://example.org/a.jpg 300w, ${address} 900w">`;
  expect((await sourcesOf(html)).sources).toEqual([address]);
});

it('a missing image is reported under the name that the post has', async () => {
  const { problems } = await render('<img src="blank.gif" data-src="gone.jpg" alt="x">', {
    files: FILES,
  });
  expect(problems).toMatchObject([{ code: 'image-missing', near: 'gone.jpg' }]);
});

it('shows an image that offers more versions than a call may have arguments', async () => {
  const { codes } = await render(`<img srcset="${'/a 1w, '.repeat(130_000)}">`);
  expect(codes).toEqual([]);
});

describe('urlsOf', () => {
  it.each([
    ['', []],
    [' a.jpg ', ['a.jpg']],
    ['a.jpg 1x, b.jpg 2x', ['b.jpg', 'a.jpg']],
    ['a.jpg 300w,b.jpg 900w', ['b.jpg', 'a.jpg']],
    ['a.jpg, b.jpg 1.5x,', ['b.jpg', 'a.jpg']],
    ['a,b.jpg 300w 200h, c.jpg 400w 50h', ['c.jpg', 'a,b.jpg']],
    ['my photo.jpg 300w, 2x 2.jpg 900w', ['2x 2.jpg', 'my photo.jpg']],
    [`${DATA} 1w, a.jpg 2w`, ['a.jpg', DATA]],
    [',,, , a.jpg', ['a.jpg']],
  ])('reads %j', (srcset, urls) => {
    expect(urlsOf(srcset)).toEqual(urls);
  });
});
