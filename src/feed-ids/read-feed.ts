/** Reads post ids from feeds and Blogger exports. */
import { canParseUrl } from '../lib/can-parse-url.ts';
import * as z from 'zod';
import { decodePath, encodePath } from '../lib/paths.ts';
import { XmlError, readXml, type XmlElement } from '../lib/xml-reader.ts';

/** A published post of a feed. */
export interface FeedPost {
  /** Entry id. */
  readonly id: string;
  /** Path of its page, percent-encoded. */
  readonly path: string;
  /** 1-based line in the feed; always 1 in a JSON Feed. */
  readonly line: number;
}

export interface InvalidFeed {
  /** A clause. */
  readonly reason: string;
  /** 1-based. */
  readonly line: number;
}

/** Published posts of a feed. Leaves out comments, drafts, pages and settings. */
export type ReadFeed =
  | {
      readonly ok: true;
      readonly posts: readonly FeedPost[];
      /** URL of the next page of the feed (RFC 5005). */
      readonly next: string | undefined;
    }
  | ({ readonly ok: false } & InvalidFeed);

/** Reads Atom, RSS 2.0, JSON Feed, or a Blogger export, which is Atom with other kinds of entries. */
export function readFeed(text: string): ReadFeed {
  return text.trimStart().startsWith('{') ? readJsonFeed(text) : readXmlFeed(text);
}

const ITEMS = {
  feed: ['feed/entry', 'feed/link'],
  rss: ['rss/channel/item', 'rss/channel/atom:link'],
};

function readXmlFeed(text: string): ReadFeed {
  const posts: FeedPost[] = [];
  let next: string | undefined;
  try {
    readXml(text, ITEMS, (item) => {
      if (item.name === 'item') posts.push(...rssPost(item));
      else if (item.name === 'entry') posts.push(...atomPost(item));
      else if (item.attributes['rel'] === 'next') next = item.attributes['href'];
    });
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
    return { ok: false, reason: error.message, line: error.line };
  }
  return { ok: true, posts, next };
}

/** https://www.rssboard.org/rss-specification */
function rssPost(item: XmlElement): FeedPost[] {
  const link = childText(item, 'link');
  // FeedBurner replaces the link with its own.
  const address = childText(item, 'feedburner:origLink') || link;
  // Feed readers identify an item without guid by its link.
  return postAt(address, childText(item, 'guid') || link, item.line);
}

/** RFC 4287, with Blogger's extensions (see `isPublishedPost`). */
function atomPost(entry: XmlElement): FeedPost[] {
  if (!isPublishedPost(entry)) return [];
  const link = entry.children.find(
    ({ name, attributes: { rel = 'alternate', href = '' } }) =>
      name === 'link' && rel === 'alternate' && href !== '',
  );
  const address =
    childText(entry, 'blogger:filename') ||
    childText(entry, 'feedburner:origLink') ||
    link?.attributes['href'];
  return postAt(address, childText(entry, 'id'), entry.line);
}

const KIND = 'http://schemas.google.com/blogger/2008/kind#';

/**
 * Blogger marks other entries in three ways: Google Takeout by `blogger:type` and `blogger:status`,
 * the older export by a category and `app:draft` (RFC 5023), a comment feed by `thr:in-reply-to`
 * (RFC 4685).
 */
function isPublishedPost(entry: XmlElement): boolean {
  const kinds = entry.children
    .filter(({ name }) => name === 'category')
    .map(({ attributes }) => attributes['term'] ?? '')
    .filter((term) => term.startsWith(KIND));
  const control = entry.children.find(({ name }) => name === 'app:control');
  return (
    (childText(entry, 'blogger:type') || 'POST') === 'POST' &&
    (childText(entry, 'blogger:status') || 'LIVE') === 'LIVE' &&
    kinds.every((kind) => kind === `${KIND}post`) &&
    (control === undefined || childText(control, 'app:draft') !== 'yes') &&
    entry.children.every(({ name }) => name !== 'thr:in-reply-to')
  );
}

/** https://www.jsonfeed.org/version/1.1/ */
const JsonFeed = z.object({
  version: z.string().startsWith('https://jsonfeed.org/version/'),
  next_url: z.string().optional(),
  items: z.array(
    z.object({
      id: z.union([z.string(), z.number()]).transform(String),
      url: z.string().optional(),
    }),
  ),
});

function readJsonFeed(text: string): ReadFeed {
  const { success, data } = JsonFeed.safeParse(parseJson(text));
  return success
    ? {
        ok: true,
        posts: data.items.flatMap(({ id, url }) => postAt(url, id, 1)),
        next: data.next_url,
      }
    : { ok: false, reason: 'it is JSON but not a JSON Feed', line: 1 };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Base for URLs that are only paths. */
const BASE = 'https://feed.invalid';

function postAt(address: string | undefined, id: string, line: number): FeedPost[] {
  if (address === undefined || address === '' || id === '' || !canParseUrl(address, BASE))
    return [];
  const { pathname, searchParams } = new URL(address, BASE);
  // A Blogger comment, which has the URL of its post.
  if (searchParams.has('showComment')) return [];
  const path = pathname.replace(/%(?![\da-f]{2})/gi, '%25');
  return [{ id, path: decodePath(path) === undefined ? encodePath(path) : path, line }];
}

function childText({ children }: XmlElement, name: string): string {
  return children.find((child) => child.name === name)?.text.trim() ?? '';
}
