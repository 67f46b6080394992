/** The feeds of a site, ready to write. */
import type { OutputFile, Post, Site } from '../../site/model.ts';
import { ATOM } from './atom.ts';
import { feedNote } from './feed-note.ts';
import { feedItem, feedsOf, type Feed, type FeedItem } from './feed.ts';
import type { Format } from './format.ts';
import { fillEnvelope, type Envelope } from './envelope.ts';
import { JSON_FEED } from './json-feed.ts';
import { opml } from './opml.ts';
import { RSS } from './rss.ts';
import { escapeXml, xmlText } from './xml.ts';

const FORMATS: readonly Format[] = [RSS, ATOM, JSON_FEED];

/** Bytes of a feed: some readers take 512 KB and no more. */
const MOST_BYTES = 512 * 1024;
/** Bytes by which the date of a feed may grow when posts are left out: `Z` becomes `+01:00`. */
const SPARE = 5;
/** Bytes between two posts. */
const BETWEEN = 2;

/** A post as every format writes it. */
interface Written {
  readonly item: FeedItem;
  readonly texts: ReadonlyMap<Format, string>;
  /** Bytes of the longest of them. */
  readonly size: number;
}

/** A feed that has no room for what it should hold. */
export interface LongFeed {
  /** Path of the page that it follows. */
  readonly page: string;
  /** Whether its newest post alone is too much; else older ones were left out. */
  readonly exceeds: boolean;
}

/**
 * Each feed as it is asked for.
 * @param onLong called with each that has no room for all its posts
 */
export function* feedFiles(site: Site, onLong?: (long: LongFeed) => void): Generator<OutputFile> {
  const feeds = feedsOf(site);
  const known = new Map<Post, Written>();
  const written = (post: Post): Written => {
    const before = known.get(post);
    if (before !== undefined) return before;
    const item = feedItem(post, site.feedContent);
    const content = escapeXml(item.content ?? '');
    const texts = new Map(FORMATS.map((format) => [format, format.item(item, content)]));
    const size = longest([...texts.values()]);
    known.set(post, { item, texts, size });
    return { item, texts, size };
  };
  for (const feed of feeds) {
    const due = feed.posts.slice(0, site.feedSize).map(written);
    const envelopes = envelopesOf(feed, due, site);
    const room =
      MOST_BYTES - longest([...envelopes.values()].map((envelope) => fillEnvelope(envelope, [])));
    const newest = withinSize(due, room);
    const exceeds = (newest[0]?.size ?? 0) > room;
    const isCut = newest.length < due.length;
    if (isCut || exceeds) onLong?.({ page: feed.page.path, exceeds });
    for (const [format, envelope] of isCut ? envelopesOf(feed, newest, site) : envelopes) {
      const items = newest.flatMap(({ texts }) => texts.get(format) ?? []);
      yield { path: feed.addresses[format.name].path, content: fillEnvelope(envelope, items) };
    }
  }
  yield* commentsFiles(site);
  yield feedNote(site);
  yield { path: site.fixed.opml.path, content: opml(site.facts.title, feeds) };
}

function envelopesOf(
  feed: Feed,
  posts: readonly Written[],
  { facts, words }: Site,
): Map<Format, Envelope> {
  const content = posts.map(({ item }) => item);
  return new Map(
    FORMATS.map((format) => [format, format.envelope(feed, content, facts, words.feeds)]),
  );
}

/** The newest that have room together, one at least. */
function withinSize(posts: readonly Written[], room: number): Written[] {
  let used = SPARE;
  const end = posts.findIndex(({ size }, index) => {
    used += size + BETWEEN;
    return used > room && index > 0;
  });
  return posts.slice(0, end === -1 ? posts.length : end);
}

/** Bytes. */
function longest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => Buffer.byteLength(text)));
}

/** What answers who has subscribed to the comments on Blogger. */
function commentsFiles({ facts, words, feeds, fixed, commentsFeed }: Site): OutputFile[] {
  if (commentsFeed === undefined) return [];
  const feed: Feed = {
    title: words.feeds.comments(xmlText(facts.title)),
    description: words.feeds.commentsText,
    page: fixed.home,
    addresses: { ...feeds, atom: commentsFeed },
    posts: [],
  };
  return [
    {
      path: commentsFeed.path,
      content: fillEnvelope(ATOM.envelope(feed, [], facts, words.feeds), []),
    },
  ];
}
