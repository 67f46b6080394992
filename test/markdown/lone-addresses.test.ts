/** The address of a player alone in a paragraph becomes the player. */
import { describe, expect, it } from 'vitest';
import type { EmbedPart } from '../../src/markdown/parts.ts';
import { feedContent } from '../../src/outputs/feeds/content.ts';
import { attributes } from '../support/dom.ts';
import { render, type Rendered } from '../support/render.ts';

function embedsOf({ parts }: Pick<Rendered, 'parts'>): EmbedPart[] {
  return parts.flatMap((part) => (part.kind === 'embed' ? [part] : []));
}

const YOUTUBE = 'https://www.youtube-nocookie.com/embed/abc?autoplay=1';

it.each([
  ['https://www.youtube.com/watch?v=abc', YOUTUBE],
  ['http://youtube.com/watch?feature=share&v=abc', YOUTUBE],
  ['www.youtube.com/watch?v=abc', YOUTUBE],
  ['<https://youtu.be/abc>', YOUTUBE],
  ['https://youtu.be/abc?t=1m30s', `${YOUTUBE.replace('?', '?start=90&')}`],
  ['https://www.youtube.com/watch?v=abc&t=2h1s', `${YOUTUBE.replace('?', '?start=7201&')}`],
  ['https://www.youtube.com/shorts/abc', YOUTUBE],
  ['https://www.youtube.com/embed/abc', YOUTUBE],
  [
    'https://www.youtube.com/playlist?list=PL1',
    'https://www.youtube-nocookie.com/embed/videoseries?list=PL1&autoplay=1',
  ],
  ['https://vimeo.com/123#t=5', 'https://player.vimeo.com/video/123?dnt=1&autoplay=1#t=5s'],
  ['https://dai.ly/x1', 'https://www.dailymotion.com/embed/video/x1?autoplay=1'],
  [
    'https://soundcloud.com/ada/rose',
    'https://w.soundcloud.com/player/?url=https://soundcloud.com/ada/rose',
  ],
  [
    'https://api.soundcloud.com/tracks/12',
    'https://w.soundcloud.com/player/?url=https://api.soundcloud.com/tracks/12',
  ],
  ['https://open.spotify.com/intl-de/track/1a', 'https://open.spotify.com/embed/track/1a'],
  ['https://codepen.io/ada/pen/xYz', 'https://codepen.io/ada/embed/xYz'],
  ['https://giphy.com/gifs/a-rose-in-may-xYz', 'https://giphy.com/embed/xYz'],
  ['https://peertube.tv/w/xYz', 'https://peertube.tv/videos/embed/xYz?autoplay=1'],
  ['https://archive.org/details/rose', 'https://archive.org/embed/rose'],
  ['https://speakerdeck.com/player/1a', 'https://speakerdeck.com/player/1a'],
])('%s alone in a paragraph becomes the player', async (address, frame) => {
  const body = await render(`Before:\n\n${address}\n\nAfter`);
  expect(embedsOf(body).map((embed) => embed.frame)).toEqual([frame]);
  expect(body.codes).toEqual([]);
});

it('a player can be in a quotation', async () => {
  expect(embedsOf(await render('> https://youtu.be/abc'))).toHaveLength(1);
});

it('a player is named after the line before it, or the site', async () => {
  const address = 'https://youtu.be/abc';
  expect(embedsOf(await render(`## Roses\n\n${address}`))).toMatchObject([{ title: 'Roses' }]);
  expect(embedsOf(await render(`Some words.\n\n${address}`))).toMatchObject([
    { title: 'Embedded content from YouTube' },
  ]);
});

it('a feed has a link to the page with the player', async () => {
  const { parts } = await render('Roses\n\nhttps://soundcloud.com/ada/rose');
  expect(feedContent(parts, 'https://garden.example/')).toContain(
    '<p><a href="https://soundcloud.com/ada/rose">Roses</a></p>',
  );
});

it('an address is no part of the summary', async () => {
  const { summary } = await render('https://youtu.be/abc\n\nSome words.');
  expect(summary).toBe('Some words.');
});

describe('a link stays', () => {
  it.each([
    ['Watch https://youtu.be/abc', 'https://youtu.be/abc'],
    ['https://youtu.be/abc.', 'https://youtu.be/abc'],
    ['https://youtu.be/abc https://youtu.be/abc', 'https://youtu.be/abc'],
    ['*https://youtu.be/abc*', 'https://youtu.be/abc'],
    ['[https://youtu.be/abc](https://youtu.be/abc)', 'https://youtu.be/abc'],
    ['[Roses](https://youtu.be/abc)', 'https://youtu.be/abc'],
    ['<p><a href="https://youtu.be/abc">https://youtu.be/abc</a></p>', 'https://youtu.be/abc'],
    ['<p data-lone-address><a href="https://youtu.be/abc">Roses</a></p>', 'https://youtu.be/abc'],
    ['- https://youtu.be/abc\n\n- a', 'https://youtu.be/abc'],
    ['a[^1]\n\n[^1]: https://youtu.be/abc', 'https://youtu.be/abc'],
    ['https://www.youtube.com/@ada', 'https://www.youtube.com/@ada'],
    ['https://archive.org/download/rose/a.mp3', 'https://archive.org/download/rose/a.mp3'],
    ['https://docs.google.com/document/d/1a/edit', 'https://docs.google.com/document/d/1a/edit'],
    ['https://example.org/watch?v=abc', 'https://example.org/watch?v=abc'],
    ['ada@example.org', 'mailto:ada@example.org'],
  ])('in %s', async (markdown, href) => {
    const body = await render(markdown);
    expect(embedsOf(body)).toEqual([]);
    expect(attributes(body.document, 'href')).toContain(href);
    expect(body.html).not.toContain('data-lone');
  });

  it('if the settings say so', async () => {
    const body = await render('https://youtu.be/abc', { embedAddresses: false });
    expect(embedsOf(body)).toEqual([]);
    expect(attributes(body.document, 'href')).toEqual(['https://youtu.be/abc']);
  });
});
