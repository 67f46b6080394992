/** The feeds of a site, ready to write. */
import type { OutputFile, Post, SiteParts } from '../site/model.ts';
import { ATOM } from './atom.ts';
import { feedItem, feedsOf, type Feed, type FeedItem } from './feed.ts';
import type { Format } from './format.ts';
import { JSON_FEED } from './json-feed.ts';
import { opml } from './opml.ts';
import { RSS } from './rss.ts';
import { escapeXml } from './xml.ts';

const FORMATS: readonly Format[] = [RSS, ATOM, JSON_FEED];

/** Bytes of the posts in a feed: some readers take 512 KB and no more, and its head needs some. */
const MOST_BYTES = 508 * 1024;

/** A post as every format writes it. */
interface Written {
  readonly item: FeedItem;
  readonly texts: ReadonlyMap<Format, string>;
  /** Bytes of the longest of them. */
  readonly size: number;
}

/** @param onCut called with each feed that has no room for all the posts that it should hold */
export function feedFiles(site: SiteParts, onCut?: (feed: Feed) => void): OutputFile[] {
  const feeds = feedsOf(site);
  const known = new Map<Post, Written>();
  const written = (post: Post): Written => {
    const before = known.get(post);
    if (before !== undefined) return before;
    const item = feedItem(post, site.feedContent);
    const content = escapeXml(item.content ?? '');
    const texts = new Map(FORMATS.map((format) => [format, format.item(item, content)]));
    const size = Math.max(...[...texts.values()].map((text) => Buffer.byteLength(text)));
    known.set(post, { item, texts, size });
    return { item, texts, size };
  };
  return [
    ...feeds.flatMap((feed) => {
      const due = feed.posts.slice(0, site.feedSize).map(written);
      const newest = withinSize(due);
      if (newest.length < due.length) onCut?.(feed);
      const items = newest.map(({ item }) => item);
      return FORMATS.map((format) => ({
        path: feed.addresses[format.name].path,
        content: format.feed(
          feed,
          items,
          newest.flatMap(({ texts }) => texts.get(format) ?? []),
          site.facts,
        ),
      }));
    }),
    ...commentsFiles(site),
    { path: site.fixed.opml.path, content: opml(site.facts.title, feeds) },
  ];
}

/** What answers who has subscribed to the comments on Blogger. */
function commentsFiles({ facts, words, feeds, fixed, commentsFeed }: SiteParts): OutputFile[] {
  if (commentsFeed === undefined) return [];
  const feed: Feed = {
    title: words.feeds.comments(facts.title),
    description: words.feeds.commentsText,
    page: fixed.home,
    addresses: { ...feeds, atom: commentsFeed },
    posts: [],
  };
  return [{ path: commentsFeed.path, content: ATOM.feed(feed, [], [], facts) }];
}

/** The newest that have room together, one at least. */
function withinSize(posts: readonly Written[]): Written[] {
  let room = MOST_BYTES;
  const end = posts.findIndex(({ size }, index) => {
    room -= size;
    return room < 0 && index > 0;
  });
  return posts.slice(0, end === -1 ? posts.length : end);
}
