/** Writes every feed of the site in its formats, and the OPML list of feeds. */
import type { OutputFile, PageAddress, Site } from '../../site/model.ts';
import { ATOM } from './atom.ts';
import { feedNote } from './feed-note.ts';
import { feedsOf, type Feed } from './feed.ts';
import type { Format } from './format.ts';
import { fillEnvelope, type Envelope } from './envelope.ts';
import { JSON_FEED } from './json-feed.ts';
import { opml } from './opml.ts';
import { RenderedPosts, type RenderedPost } from './rendered-posts.ts';
import { RSS } from './rss.ts';
import { xmlText } from './xml.ts';

const FORMATS: readonly Format[] = [RSS, ATOM, JSON_FEED];

/** Some feed readers reject feeds above 512 KB. */
const MAX_BYTES = 512 * 1024;
/** Bytes by which the date of a feed may grow when posts are dropped: `Z` becomes `+01:00`. */
const DATE_MARGIN = 5;
/** Bytes between two items. */
const SEPARATOR_BYTES = 2;

/** A feed that exceeds the size limit. */
export interface LongFeed {
  /** Path of the page that lists the same posts. */
  readonly page: string;
  /** Whether the newest post alone exceeds the limit; otherwise older posts were dropped. */
  readonly exceeds: boolean;
}

/** A feed in one format. */
interface Version {
  readonly format: Format;
  readonly address: PageAddress;
}

/**
 * Renders each feed as it is consumed.
 * @param onLong called for each feed that exceeds the size limit
 */
export function* feedFiles(site: Site, onLong?: (long: LongFeed) => void): Generator<OutputFile> {
  const feeds = feedsOf(site);
  const rendered = new RenderedPosts(site);
  for (const feed of feeds) {
    const versions = versionsOf(feed);
    const wanted = feed.posts
      .slice(0, site.feedSize)
      .map((post) => rendered.of(post, feed.edition.words));
    const envelopes = versions.map((version) => envelopeOf(feed, version, wanted));
    const frames = envelopes.map((envelope) => Buffer.byteLength(fillEnvelope(envelope, [])));
    const room = MAX_BYTES - Math.max(...frames);
    const sizes = wanted.map((post) =>
      Math.max(...versions.map(({ format }) => post.in(format).bytes)),
    );
    const newest = wanted.slice(0, countWithin(sizes, room));
    const exceeds = (sizes[0] ?? 0) > room;
    const isCut = newest.length < wanted.length;
    if (isCut || exceeds) onLong?.({ page: feed.page.path, exceeds });
    for (const [index, version] of versions.entries()) {
      const known = isCut ? undefined : envelopes[index];
      const items = newest.map((post) => post.in(version.format).text);
      const content = fillEnvelope(known ?? envelopeOf(feed, version, newest), items);
      yield { path: version.address.path, content };
    }
  }
  yield* commentsFiles(site);
  yield feedNote(site);
  yield { path: site.fixed.opml.path, content: opml(site.facts.title, feeds) };
}

function versionsOf({ addresses }: Feed): Version[] {
  return FORMATS.flatMap((format) => {
    const address = addresses[format.name];
    return address === undefined ? [] : [{ format, address }];
  });
}

function envelopeOf(
  feed: Feed,
  { format, address }: Version,
  posts: readonly RenderedPost[],
): Envelope {
  const { facts, words } = feed.edition;
  const items = posts.map(({ item }) => item);
  return format.envelope(feed, address, items, facts, words.feeds);
}

/** How many of the newest posts fit, at least one. */
function countWithin(sizes: readonly number[], room: number): number {
  let used = DATE_MARGIN;
  const end = sizes.findIndex((size, index) => {
    used += size + SEPARATOR_BYTES;
    return used > room && index > 0;
  });
  return end === -1 ? sizes.length : end;
}

/** An empty feed for subscribers to the comments on Blogger. */
function commentsFiles({ facts, words, fixed, commentsFeed }: Site): OutputFile[] {
  if (commentsFeed === undefined) return [];
  const feed: Feed = {
    edition: { facts, words },
    title: words.feeds.comments(xmlText(facts.title)),
    description: words.feeds.commentsText,
    page: fixed.home,
    addresses: { atom: commentsFeed, rss: undefined, json: undefined },
    posts: [],
  };
  const version = { format: ATOM, address: commentsFeed };
  const content = fillEnvelope(envelopeOf(feed, version, []), []);
  return [{ path: commentsFeed.path, content }];
}
