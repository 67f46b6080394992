/** Players as their addresses, where nothing is lost by it, and addresses that must not become players. */
import { describe, expect, it } from 'vitest';
import { convert, markdownOf } from './markdown-of.ts';

const frame = (attributes: string): string => `<iframe ${attributes}></iframe>`;

it.each([
  ['src="https://www.youtube.com/embed/abc"', 'https://www.youtube.com/watch?v=abc'],
  [
    'src="//www.youtube-nocookie.com/embed/abc?si=x1&amp;feature=oembed" width="560" height="315" title="YouTube video player"',
    'https://www.youtube.com/watch?v=abc',
  ],
  ['src="https://www.youtube.com/embed/abc?start=30"', 'https://www.youtube.com/watch?v=abc&t=30s'],
  [
    'src="https://www.youtube.com/embed/abc?start=30&amp;end=40"',
    'https://www.youtube.com/embed/abc?start=30&end=40',
  ],
  [
    'src="https://www.youtube.com/embed/videoseries?list=PL1"',
    'https://www.youtube.com/playlist?list=PL1',
  ],
  ['src="https://youtu.be/abc"', 'https://www.youtube.com/watch?v=abc'],
  ['src="https://www.youtube.com/embed/abc_"', '<https://www.youtube.com/watch?v=abc_>'],
  ['src="https://player.vimeo.com/video/123"', 'https://vimeo.com/123'],
  ['src="https://player.vimeo.com/video/123?h=1a"', 'https://player.vimeo.com/video/123?h=1a'],
  ['src="https://open.spotify.com/embed/track/1a"', 'https://open.spotify.com/track/1a'],
])('writes the frame %s as an address', (attributes, address) => {
  expect(markdownOf(`<p>a ${frame(attributes)} b</p>`)).toBe(`a\n\n${address}\n\nb`);
  expect(markdownOf(`<blockquote>${frame(attributes)}</blockquote>`)).toBe(`> ${address}`);
});

describe('keeps the frame', () => {
  it.each([
    'src="https://www.youtube.com/embed/abc" title="Ten roses"',
    'src="https://www.youtube.com/embed/abc" width="315" height="560"',
    'src="https://open.spotify.com/embed/track/1a" height="152"',
    'src="https://example.org/player/1"',
    'src="https://www.google.com/search?q=roses"',
  ])('%s', (attributes) => {
    expect(markdownOf(frame(attributes))).toBe(frame(attributes));
  });

  it('where it is no paragraph', () => {
    const film = frame('src="https://www.youtube.com/embed/abc"');
    expect(markdownOf(`<ul><li>${film}</li></ul>`)).toContain(film);
    expect(markdownOf(`<table><tr><td>${film}</td><td>a</td></tr></table>`)).toContain(film);
    expect(markdownOf(`<figure>${film}<figcaption>a</figcaption></figure>`)).toContain(film);
  });

  it('to which a link leads', () => {
    const film = frame('src="https://www.youtube.com/embed/abc" id="film"');
    expect(markdownOf(`${film}<p><a href="#film">a</a></p>`)).toContain(film);
  });

  it('if the new blog keeps addresses as links', () => {
    const film = frame('src="https://www.youtube.com/embed/abc"');
    expect(markdownOf(film, { embedAddresses: false })).toBe(film);
  });
});

describe('an address that was no player', () => {
  it('is written like others where addresses stay links', () => {
    const html = '<p><a href="https://youtu.be/abc">https://youtu.be/abc</a></p>';
    expect(markdownOf(html, { embedAddresses: false })).toBe('https://youtu.be/abc');
  });

  it.each([
    [
      '<a href="https://youtu.be/abc">https://youtu.be/abc</a>',
      '[https://youtu.be/abc](https://youtu.be/abc)',
    ],
    ['https://youtu.be/abc', '[https://youtu.be/abc](https://youtu.be/abc)'],
    [
      'www.youtube.com/watch?v=abc',
      '[www.youtube.com/watch?v=abc](http://www.youtube.com/watch?v=abc)',
    ],
  ])('stays a link: %s', (html, markdown) => {
    expect(markdownOf(`<p>${html}</p>`)).toBe(markdown);
    expect(markdownOf(`<blockquote><p>${html}</p></blockquote>`)).toBe(`> ${markdown}`);
  });

  it.each([
    '<p>See https://youtu.be/abc</p>',
    '<p>https://example.org/abc</p>',
    '<ul><li>https://youtu.be/abc</li></ul>',
  ])('is not written out where it would be none: %s', (html) => {
    expect(convert(html).markdown).not.toContain('](');
  });
});
