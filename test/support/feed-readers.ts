/** Feed readers and feed libraries. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Readable } from 'node:stream';
import FeedParser from 'feedparser';
import RssParser from 'rss-parser';
import { z } from 'zod';
import { run } from './build-site.ts';
import { findProgram } from './programs.ts';
import { folderWith } from './scratch.ts';

/** A post as a reader understood it; what the reader does not tell is `undefined`. */
export interface SeenPost {
  readonly title: string;
  readonly url: string;
  /** Milliseconds since 1970 UTC. */
  readonly published: number;
  readonly author: string | undefined;
  readonly tags: readonly string[] | undefined;
  readonly content: string;
}

const AuthorName = z
  .string()
  .nullish()
  .transform((name) => (name === '' ? undefined : (name ?? undefined)));

/** Gives what a reader makes of the feed at an address, newest first. */
export type FeedReader = (address: string) => Promise<SeenPost[]>;

/** The npm package `rss-parser`. */
export const rssParser: FeedReader = async (address) => {
  const parser = new RssParser<object, Record<string, unknown>>();
  const { items } = await parser.parseURL(address);
  return items.map((item) => ({
    title: item.title ?? '',
    url: item.link ?? '',
    published: Date.parse(item.isoDate ?? ''),
    author: AuthorName.parse(item.creator ?? item['author']),
    tags: item.categories,
    content: z.string().parse(item['content:encoded'] ?? item.content),
  }));
};

/** The npm package `feedparser`. */
export const nodeFeedparser: FeedReader = async (address) => {
  const source = await (await fetch(address)).text();
  const posts: SeenPost[] = [];
  for await (const item of Readable.from([source]).pipe(new FeedParser({ feedurl: address }))) {
    const { title, link, pubdate, meta, categories, description } = FeedParserItem.parse(item);
    // A post without an author has that of its feed.
    const author = item.author === meta.author ? undefined : AuthorName.parse(item.author);
    const published = pubdate.getTime();
    posts.push({ title, url: link, published, author, tags: categories, content: description });
  }
  return posts;
};

const FeedParserItem = z.object({
  title: z.string(),
  link: z.string(),
  pubdate: z.date(),
  meta: z.object({ author: z.string().nullable() }),
  categories: z.array(z.string()),
  description: z.string(),
});

/** A Python that has the package `feedparser`, which planets are made with. */
export function findPythonFeedparser(): string | undefined {
  return ['/usr/bin/python3', findProgram(['python3']) ?? '']
    .filter((python) => python !== '')
    .find((python) => spawnSync(python, ['-c', 'import feedparser']).status === 0);
}

const ASK_FEEDPARSER = `
import calendar, feedparser, json, sys
feed = feedparser.parse(sys.argv[1], sanitize_html=False, resolve_relative_uris=False)
if feed.bozo:
    sys.exit(repr(feed.bozo_exception))
print(json.dumps([{
    'title': entry.title,
    'url': entry.link,
    'published': calendar.timegm(entry.published_parsed) * 1000,
    'author': entry.get('authors', [{}])[0].get('name'),
    'tags': [tag.term for tag in entry.get('tags', [])],
    'content': entry.content[0].value,
} for entry in feed.entries]))
`;

/** @throws {Error} when it finds the feed not well-formed, or of the wrong type */
export function pythonFeedparser(python: string): FeedReader {
  return async (address) => seenPosts(await outputOf(python, ['-c', ASK_FEEDPARSER, address]));
}

const ASK_CACHE = `
import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute(
    'SELECT title, url, pubDate * 1000, author, content FROM rss_item ORDER BY pubDate DESC, id DESC')
names = ('title', 'url', 'published', 'author', 'content')
print(json.dumps([dict(zip(names, row)) for row in rows]))
`;

/** The reader for terminals; what it has fetched is in a database, which it shows to nobody else. */
export function newsboat(program: string, python: string): FeedReader {
  return async (address) => {
    const folder = folderWith({ urls: `${address}\n`, config: '' });
    const at = (name: string): string => path.join(folder, name);
    const cache = at('cache.db');
    const files = ['-u', at('urls'), '-C', at('config'), '-c', cache];
    const said = await outputOf(program, [...files, '-x', 'reload', 'print-unread'], folder);
    const posts = seenPosts(await outputOf(python, ['-c', ASK_CACHE, cache]));
    if (!said.startsWith(`${posts.length} unread`)) throw new Error(said);
    return posts;
  };
}

const SeenPosts = z.array(
  z.object({
    title: z.string(),
    url: z.string(),
    published: z.number(),
    author: AuthorName,
    tags: z.array(z.string()).optional(),
    content: z.string(),
  }),
);

function seenPosts(json: string): SeenPost[] {
  const value: unknown = JSON.parse(json);
  return SeenPosts.parse(value).map(({ tags, ...post }) => ({ ...post, tags }));
}

async function outputOf(program: string, args: string[], home?: string): Promise<string> {
  const env = { LC_ALL: 'C.UTF-8', ...(home !== undefined && { HOME: home }) };
  const { exitCode, stdout, stderr } = await run(program, args, { env });
  if (exitCode !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}
