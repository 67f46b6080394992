/** Post ids in feeds. */
import { describe, expect, it } from 'vitest';
import { readFeed } from '../../src/feed-ids/read-feed.ts';

/** Path and id of each post. */
function posts(text: string): Record<string, string> {
  const read = readFeed(text);
  if (!read.ok) throw new Error(read.reason);
  return Object.fromEntries(read.posts.map(({ path, id }) => [path, id]));
}

const rss = (items: string): string => `<rss version="2.0"><channel>${items}</channel></rss>`;
const atom = (entries: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><id>feed</id>${entries}</feed>`;

describe('the path of a post', () => {
  it('is the original link in a FeedBurner feed', () => {
    const item =
      '<item><guid>a</guid><link>http://feedproxy.example/~r/x/1</link><feedburner:origLink>http://old.example/2009/05/a.html</feedburner:origLink></item>';
    expect(posts(rss(item))).toEqual({ '/2009/05/a.html': 'a' });
  });

  it('comes from the alternate link', () => {
    const entry =
      '<entry><id>a</id><link rel="self" href="http://x.example/self"/><link href="http://x.example/a%20b/c.html?m=1#top"/><link rel="replies" href="http://x.example/r"/><source><id>other</id></source></entry>';
    expect(posts(atom(entry))).toEqual({ '/a%20b/c.html': 'a' });
  });

  it('is percent-encoded', () => {
    const item = '<item><guid>a</guid><link>http://x.example/100%/é</link></item>';
    expect(posts(rss(item))).toEqual({ '/100%25/%C3%A9': 'a' });
  });
});

describe('an entry without id', () => {
  it('has its link as id in RSS', () => {
    const item = '<item><link>http://x.example/a</link></item>';
    expect(posts(rss(item))).toEqual({ '/a': 'http://x.example/a' });
  });

  it('is left out in Atom', () => {
    expect(posts(atom('<entry><link href="http://x.example/a"/></entry>'))).toEqual({});
  });
});

describe('comments', () => {
  it.each([
    [
      'RSS',
      rss('<item><guid>c</guid><link>http://x.example/a.html?showComment=1#c1</link></item>'),
    ],
    [
      'Atom',
      atom(
        '<entry><id>c</id><link href="http://x.example/a.html"/><thr:in-reply-to ref="a"/></entry>',
      ),
    ],
  ])('are left out in %s', (_, feed) => {
    expect(posts(feed)).toEqual({});
  });
});

it('returns the URL of the next page', () => {
  const link = '<link rel="next" href="/2"/>';
  const json = { version: 'https://jsonfeed.org/version/1.1', next_url: '/2', items: [] };
  for (const text of [
    atom(`<entry><link rel="next" href="/3"/></entry>${link}`),
    rss(link.replace('link', 'atom:link')),
    JSON.stringify(json),
  ])
    expect(readFeed(text)).toMatchObject({ ok: true, next: '/2' });
});

describe('a JSON Feed', () => {
  it('may have numeric ids and items without URL', () => {
    const items = [{ id: 7, url: 'https://x.example/a/' }, { id: 'b' }];
    const feed = { version: 'https://jsonfeed.org/version/1', title: 'X', items };
    expect(posts(JSON.stringify(feed))).toEqual({ '/a/': '7' });
  });

  it.each(['{', '{}', '{ "version": "https://jsonfeed.org/version/1.1" }'])('is not %s', (text) => {
    expect(readFeed(text)).toEqual({
      ok: false,
      reason: 'it is JSON but not a JSON Feed',
      line: 1,
    });
  });
});
