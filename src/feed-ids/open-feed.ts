/** Opens feeds from files or the web. */
import { canParseUrl } from '../lib/can-parse-url.ts';
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { fetchBytes } from '../lib/fetch-bytes.ts';
import { reasonOf } from '../lib/fetch-errors.ts';
import { readFeed, type FeedPost, type ReadFeed } from './read-feed.ts';
import { ownValue } from '../lib/own-value.ts';

export interface SavedFeed {
  /** File or URL, as given by the user. */
  readonly source: string;
  readonly posts: readonly FeedPost[];
}

/** The feed, or a sentence that says why it cannot be read. */
export type OpenedFeed =
  | { readonly ok: true; readonly feed: SavedFeed }
  | { readonly ok: false; readonly reason: string };

/** In bytes, near the maximum length of a string. */
const MAX_BYTES = 500_000_000;
/** Of a page on the web: Blogger sends at most 500 posts. */
const MAX_PAGE_BYTES = 50_000_000;
/** Milliseconds for a page. */
const TIMEOUT = 30_000;
/** Milliseconds for all pages. */
const TOTAL_TIMEOUT = 600_000;

/** Maximum number of pages of a feed: 25,000 posts of Blogger. */
const MAX_PAGES = 1000;

/**
 * Opens a feed; on the web, with all its pages.
 * @param source a path or an http(s) URL
 * @param named URL of the owner that led to `source`
 */
export async function openFeed(source: string, named = source): Promise<OpenedFeed> {
  const started = performance.now();
  const posts: FeedPost[] = [];
  const pages = new Set<string>();
  let page: string | undefined = source;
  while (page !== undefined && !pages.has(page)) {
    if (pages.size === MAX_PAGES || performance.now() - started > TOTAL_TIMEOUT)
      return { ok: false, reason: `${source} has no end: page ${pages.size + 1} is ${page}.` };
    pages.add(page);
    const read = await openPage(page, named);
    if (!read.ok) return read;
    posts.push(...read.posts);
    page = isAddress(page) ? nextPage(read.next, page) : undefined;
  }
  return { ok: true, feed: { source, posts } };
}

function nextPage(next: string | undefined, page: string): string | undefined {
  if (next === undefined || !canParseUrl(next, page)) return undefined;
  const { href } = new URL(next, page);
  return isAddress(href) ? href : undefined;
}

function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

type OpenedPage =
  | Extract<ReadFeed, { readonly ok: true }>
  | Extract<OpenedFeed, { readonly ok: false }>;

async function openPage(source: string, named: string): Promise<OpenedPage> {
  let bytes: Buffer;
  try {
    bytes = isAddress(source)
      ? await fetchBytes(source, { timeout: TIMEOUT, maxBytes: MAX_PAGE_BYTES, named })
      : readBytes(source);
  } catch (error) {
    return { ok: false, reason: `${source} cannot be read: ${reasonFor(error)}.` };
  }
  if (!isUtf8(bytes))
    return { ok: false, reason: `${source} is not valid UTF-8, so it cannot be read as a feed.` };
  const read = readFeed(bytes.toString().replace(/^\uFEFF/, ''));
  if (read.ok) return read;
  return {
    ok: false,
    reason: `${source}:${read.line}: This is not an Atom, RSS or JSON feed or a Blogger export: ${read.reason}.`,
  };
}

/** All feeds, or a sentence that says why the first unreadable one cannot be read. */
export async function openFeeds(
  sources: readonly string[],
): Promise<
  | { readonly ok: true; readonly feeds: readonly SavedFeed[] }
  | { readonly ok: false; readonly reason: string }
> {
  const feeds: SavedFeed[] = [];
  for (const source of sources) {
    const opened = await openFeed(source);
    if (!opened.ok) return opened;
    feeds.push(opened.feed);
  }
  return { ok: true, feeds };
}

function readBytes(file: string): Buffer {
  const { size } = statSync(file);
  if (size > MAX_BYTES) throw new Error(`it is larger than ${MAX_BYTES / 1_000_000} MB`);
  return readFileSync(file);
}

/** By file system error code. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'permission denied',
};

function reasonFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ownValue(REASONS, code) ?? reasonOf(error, TIMEOUT);
}
