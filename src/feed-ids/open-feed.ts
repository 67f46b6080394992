/** A feed from a file or from the web. */
import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { reasonOf } from '../lib/fetch-errors.ts';
import { readFeed, type FeedPost, type ReadFeed } from './read-feed.ts';

/** A feed as it was saved, or stands online. */
export interface SavedFeed {
  /** The file or address, as it was given. */
  readonly source: string;
  readonly posts: readonly FeedPost[];
}

/** The feed, or why there is none, in sentences. */
export type OpenedFeed =
  | { readonly ok: true; readonly feed: SavedFeed }
  | { readonly ok: false; readonly reason: string };

/** Bytes. A text in memory cannot have many more. */
const MOST_BYTES = 500_000_000;
/** Milliseconds until an answer must be complete. */
const TIMEOUT = 30_000;

/** Pages of a feed that are fetched: 25,000 posts of Blogger. */
const MOST_PAGES = 1000;

/**
 * A feed on the web comes with all its pages, each of which names the next.
 * @param source a path, or an address that begins with https:// or http://
 */
export async function openFeed(source: string): Promise<OpenedFeed> {
  const posts: FeedPost[] = [];
  const pages = new Set<string>();
  let page: string | undefined = source;
  while (page !== undefined && !pages.has(page) && pages.size < MOST_PAGES) {
    pages.add(page);
    const read = await openPage(page);
    if (!read.ok) return read;
    posts.push(...read.posts);
    page = isAddress(page) ? nextPage(read.next, page) : undefined;
  }
  return { ok: true, feed: { source, posts } };
}

function nextPage(next: string | undefined, page: string): string | undefined {
  if (next === undefined || !URL.canParse(next, page)) return undefined;
  const { href } = new URL(next, page);
  return isAddress(href) ? href : undefined;
}

function isAddress(source: string): boolean {
  return /^https?:\/\//i.test(source);
}

/** A feed or a page of one. */
type OpenedPage =
  | Extract<ReadFeed, { readonly ok: true }>
  | Extract<OpenedFeed, { readonly ok: false }>;

async function openPage(source: string): Promise<OpenedPage> {
  let bytes: Buffer;
  try {
    bytes = isAddress(source) ? await fetchBytes(source) : readBytes(source);
  } catch (error) {
    return { ok: false, reason: `${source} cannot be read: ${reasonFor(error)}.` };
  }
  if (!isUtf8(bytes))
    return { ok: false, reason: `${source} is not text in UTF-8, so it cannot be read as a feed.` };
  const read = readFeed(bytes.toString().replace(/^\uFEFF/, ''));
  if (read.ok) return read;
  return {
    ok: false,
    reason: `${source}:${read.line}: This is no feed in Atom, RSS or JSON Feed, nor an export of Blogger: ${read.reason}.`,
  };
}

/** The feeds, or why one of them is none, in sentences. */
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
  if (size > MOST_BYTES) throw new Error(`it has more than ${MOST_BYTES / 1_000_000} megabytes`);
  return readFileSync(file);
}

async function fetchBytes(address: string): Promise<Buffer> {
  const response = await fetch(address, {
    signal: AbortSignal.timeout(TIMEOUT),
    headers: { 'user-agent': 'perennial' },
  });
  if (!response.ok) throw new Error(`the server answers with status ${response.status}`);
  return Buffer.from(await response.arrayBuffer());
}

/** Codes of the file system. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'its permissions forbid it',
};

function reasonFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return REASONS[code] ?? reasonOf(error, TIMEOUT);
}
