/** Writes every feed of the site, in each format, and the OPML list of feeds. */
import type { OutputFile, Post, Site } from '../../site/model.ts';
import { ATOM } from './atom.ts';
import { feedComments } from './comments.ts';
import { feedNote } from './feed-note.ts';
import { feedItem, feedsOf, type Feed, type FeedItem } from './feed.ts';
import type { Format } from './format.ts';
import { fillEnvelope, type Envelope } from './envelope.ts';
import { JSON_FEED } from './json-feed.ts';
import { opml } from './opml.ts';
import { RSS } from './rss.ts';
import { escapeXml, xmlText } from './xml.ts';

const FORMATS: readonly Format[] = [RSS, ATOM, JSON_FEED];

/** Some feed readers reject feeds above 512 KB. */
const MAX_BYTES = 512 * 1024;
/** Bytes by which the date of a feed may grow when posts are dropped: `Z` becomes `+01:00`. */
const DATE_MARGIN = 5;
/** Bytes between two items. */
const SEPARATOR_BYTES = 2;

/** A post rendered in every format. */
interface RenderedItem {
  readonly item: FeedItem;
  readonly texts: ReadonlyMap<Format, string>;
  /** Bytes of the longest text. */
  readonly size: number;
}

/** A feed that exceeds the size limit. */
export interface LongFeed {
  /** Path of the page that lists the same posts. */
  readonly page: string;
  /** Whether the newest post alone exceeds the limit; otherwise older posts were dropped. */
  readonly exceeds: boolean;
}

/**
 * Renders each feed as it is consumed.
 * @param onLong called for each feed that exceeds the size limit
 */
export function* feedFiles(site: Site, onLong?: (long: LongFeed) => void): Generator<OutputFile> {
  const feeds = feedsOf(site);
  const rendered = new Map<Post, RenderedItem>();
  const render = (post: Post, { words }: Feed['edition']): RenderedItem => {
    const known = rendered.get(post);
    if (known !== undefined) return known;
    const below = site.feedComments ? feedComments(post, words) : '';
    const item = renderItem(feedItem(post, site.feedContent, below));
    rendered.set(post, item);
    return item;
  };
  for (const feed of feeds) {
    const wanted = feed.posts.slice(0, site.feedSize).map((post) => render(post, feed.edition));
    const envelopes = envelopesOf(feed, wanted);
    const room =
      MAX_BYTES - longest([...envelopes.values()].map((envelope) => fillEnvelope(envelope, [])));
    const newest = withinSize(wanted, room);
    const exceeds = (newest[0]?.size ?? 0) > room;
    const isCut = newest.length < wanted.length;
    if (isCut || exceeds) onLong?.({ page: feed.page.path, exceeds });
    for (const [format, envelope] of isCut ? envelopesOf(feed, newest) : envelopes) {
      const items = newest.flatMap(({ texts }) => texts.get(format) ?? []);
      yield { path: feed.addresses[format.name].path, content: fillEnvelope(envelope, items) };
    }
  }
  yield* commentsFiles(site);
  yield feedNote(site);
  yield { path: site.fixed.opml.path, content: opml(site.facts.title, feeds) };
}

function renderItem(item: FeedItem): RenderedItem {
  const content = escapeXml(item.content ?? '');
  const texts = new Map(FORMATS.map((format) => [format, format.item(item, content)]));
  return { item, texts, size: longest([...texts.values()]) };
}

function envelopesOf(feed: Feed, posts: readonly RenderedItem[]): Map<Format, Envelope> {
  const { facts, words } = feed.edition;
  const items = posts.map(({ item }) => item);
  return new Map(
    FORMATS.map((format) => [format, format.envelope(feed, items, facts, words.feeds)]),
  );
}

/** The newest posts that fit, at least one. */
function withinSize(posts: readonly RenderedItem[], room: number): RenderedItem[] {
  let used = DATE_MARGIN;
  const end = posts.findIndex(({ size }, index) => {
    used += size + SEPARATOR_BYTES;
    return used > room && index > 0;
  });
  return posts.slice(0, end === -1 ? posts.length : end);
}

/** In bytes. */
function longest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => Buffer.byteLength(text)));
}

/** An empty feed for subscribers to the comments on Blogger. */
function commentsFiles({ facts, words, feeds, fixed, commentsFeed }: Site): OutputFile[] {
  if (commentsFeed === undefined) return [];
  const feed: Feed = {
    edition: { facts, words },
    title: words.feeds.comments(xmlText(facts.title)),
    description: words.feeds.commentsText,
    page: fixed.home,
    addresses: { ...feeds, atom: commentsFeed },
    posts: [],
  };
  const content = fillEnvelope(ATOM.envelope(feed, [], facts, words.feeds), []);
  return [{ path: commentsFeed.path, content }];
}
