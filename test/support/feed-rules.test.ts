/** Each feed rule detects a feed that breaks it. */
import { describe, expect, it } from 'vitest';
import { feedFaults } from './feed-rules.ts';
import { FEED_FORMATS, type FeedFormat, type ReadFeed, type ReadItem } from './feeds.ts';
import { required } from './required.ts';

const HERE = 'https://x.example/rss.xml';
const POST: ReadItem = {
  id: 'tag:x.example,2024:1',
  url: 'https://x.example/1/',
  title: 'One',
  summary: 'Words.',
  content: '<p><a href="https://x.example/">Words</a></p>',
  published: 'Sun, 10 Mar 2024 00:00:00 +0100',
  updated: undefined,
  authors: ['Rosa'],
  tags: ['a', 'b'],
};
const FEED: ReadFeed = {
  title: 'Garden',
  description: 'Beans',
  home: 'https://x.example/',
  self: HERE,
  language: 'en',
  changed: 'Sun, 10 Mar 2024 00:00:00 +0100',
  items: [POST],
};

function faultsOf(feed: ReadFeed): string[] {
  const format: FeedFormat = { ...required(FEED_FORMATS[0]), read: () => feed };
  return feedFaults(format, '', HERE);
}

describe('the feed rules', () => {
  it('accept a valid feed', () => {
    expect(faultsOf(FEED)).toEqual([]);
  });

  it.each<[string, Partial<ReadFeed>]>([
    ['another address', { self: 'https://x.example/feed.xml' }],
    ['a relative page', { home: '/' }],
    ['no title', { title: ' ' }],
    ['no language', { language: '' }],
    ['the date of another format', { changed: '2024-03-10T00:00:00Z' }],
    ['an id twice', { items: [POST, { ...POST, content: undefined }] }],
  ])('find %s', (_, parts) => {
    expect(faultsOf({ ...FEED, ...parts })).toHaveLength(1);
  });

  it.each<[string, Partial<ReadItem>]>([
    ['an id without a scheme', { id: '42' }],
    ['a relative address', { url: '/1/' }],
    ['no title', { title: '' }],
    ['an empty author', { authors: [''] }],
    ['a tag twice', { tags: ['a', 'a'] }],
    ['a weekday that it was not', { published: 'Mon, 10 Mar 2024 00:00:00 +0100' }],
    ['a day that there is not', { published: 'Sun, 40 Mar 2024 00:00:00 +0100' }],
    ['a frame', { content: '<iframe src="https://x.example/"></iframe>' }],
    ['a script', { content: '<script></script>' }],
    ['a style', { content: '<p style="color: red">x</p>' }],
    ['an anchor of a heading', { content: '<a class="anchor" href="https://x.example/#a">#</a>' }],
    ['a fragment', { content: '<a href="#a">x</a>' }],
    ['a relative image', { content: '<img src="a.png">' }],
    ['a relative image of several', { content: '<img srcset="https://x.example/a 1x, b 2x">' }],
  ])('find a post with %s', (_, parts) => {
    expect(faultsOf({ ...FEED, items: [{ ...POST, ...parts }] })).toHaveLength(1);
  });
});
