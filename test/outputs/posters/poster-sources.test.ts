/** Where video sites have the pictures of their videos. */
import { expect, it } from 'vitest';
import { embedOf } from '../../../src/markdown/embeds/embed-providers.ts';
import { posterSource } from '../../../src/outputs/posters/poster-sources.ts';
import { required } from '../../support/required.ts';

it.each([
  [
    'https://www.youtube.com/embed/abc-_1?start=9',
    'https://i.ytimg.com/vi/abc-_1/maxresdefault.jpg',
  ],
  [
    'https://player.vimeo.com/video/123?h=ab',
    'https://vimeo.com/api/oembed.json?url=https%3A%2F%2Fvimeo.com%2F123%2Fab&width=1280',
  ],
  ['https://www.dailymotion.com/embed/video/x1', 'https://www.dailymotion.com/thumbnail/video/x1'],
  [
    'https://geo.dailymotion.com/player.html?video=x1',
    'https://www.dailymotion.com/thumbnail/video/x1',
  ],
  [
    'https://peertube.tv/videos/embed/a-b',
    'https://peertube.tv/services/oembed?url=https%3A%2F%2Fpeertube.tv%2Fw%2Fa-b&format=json',
  ],
])('that of %s is asked for at %s', (frame, address) => {
  const source = posterSource(required(embedOf(new URL(frame))).frame);
  expect(source?.document ?? source?.images[0]).toBe(address);
});

it.each([
  'https://www.youtube.com/embed/videoseries?list=PL1',
  'https://geo.dailymotion.com/player.html?video=../x',
  'https://open.spotify.com/embed/album/1',
])('none is known for %s', (frame) => {
  expect(posterSource(required(embedOf(new URL(frame))).frame)).toBeUndefined();
});
