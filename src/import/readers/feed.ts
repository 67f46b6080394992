/** Reads any feed: RSS, RDF, Atom or JSON Feed, from files or from the web. */
import { canParseUrl } from '../../lib/can-parse-url.ts';
import type { Blog, BlogFacts, ImportedItem, Notice } from '../model.ts';
import { readText, SourceError, type SourceFile } from '../source/source.ts';
import { feedItems, hostOf, type FeedHead, type FeedItem } from './feed/item.ts';
import { readJsonFeed } from './feed/json.ts';
import { xmlFeedHead, xmlFeedItems } from './feed/xml.ts';
import type { FoundBlog, Reader, ReaderOptions } from './reader.ts';
import { startOf } from './start-of.ts';
import { feedLinks, fetchPage, fetchText, pageFile, type WebPage } from './web-page.ts';

export const reader: Reader = {
  format: 'feed',
  label: 'an RSS or Atom feed, or a JSON Feed',
  async find(source, options) {
    if (source.url !== undefined) return findOnWeb(source.url, options);
    const blogs: FoundBlog[] = [];
    for (const file of source.files) {
      const isAlone = source.files.length === 1;
      if (!isAlone && !/\.(?:xml|rss|atom|rdf|json)$/i.test(file.path)) continue;
      if (kindOf(await startOf(file)) !== undefined)
        blogs.push({ name: file.path, open: () => open([file], options) });
    }
    return blogs;
  },
};

/** Exports have the form of feeds, but hold drafts and what else was not public. */
const EXPORTS = [
  ...['http://schemas.google.com/blogger/2018', 'http://schemas.google.com/g/2005#kind'],
  ...['.archive</id>', '//wordpress.org/export/', '<wp:'],
];

/** Name of the root element, or `json`; `undefined` if it is no feed, or the export of a platform. */
function kindOf(start: string): string | undefined {
  if (EXPORTS.some((mark) => start.includes(mark))) return undefined;
  if (/^[\s\uFEFF]*\{/.test(start))
    return /"version"\s*:\s*"https:\\?\/\\?\/jsonfeed\.org\\?\//.test(start) ? 'json' : undefined;
  const root = /<((?:[\w-]+:)?(?:rss|RDF|feed))[\s>]/.exec(start)?.[1];
  // Pages of HTML may show such an element.
  return /<html[\s>]/i.test(start.split('<rss', 1)[0] ?? '') ? undefined : root;
}

async function findOnWeb(url: string, options: ReaderOptions): Promise<FoundBlog[]> {
  const page = await fetchPage(url, options);
  if (kindOf(page.text.slice(0, 8192)) !== undefined) return [foundOnWeb(page, options)];
  const [link] = feedLinks(page).filter((one) => !/\/comments\/(?:feed|default)\b/.test(one));
  return link === undefined ? [] : [foundOnWeb(await fetchPage(link, options, page.url), options)];
}

function foundOnWeb(page: WebPage, options: ReaderOptions): FoundBlog {
  return { name: page.url, open: async () => open(await allPages(page, options), options) };
}

/** Pages of a feed that links to its next one; far above what feeds have. */
const MAX_PAGES = 1000;

/** RFC 5005 */
async function allPages(first: WebPage, options: ReaderOptions): Promise<SourceFile[]> {
  const pages = new Map([[first.url, pageFile(first)]]);
  for (let { next } = await headOf(pageFile(first)); next !== undefined && !pages.has(next);) {
    if (pages.size === MAX_PAGES)
      throw new SourceError(`${first.url} has no end: page ${MAX_PAGES} is ${next}.`);
    const file = pageFile(await fetchText(next, options, first.url));
    pages.set(next, file);
    ({ next } = await headOf(file));
  }
  return [...pages.values()];
}

async function open(files: readonly SourceFile[], { url }: ReaderOptions): Promise<Blog> {
  const [first] = files;
  if (first === undefined) throw new SourceError('There is no feed. Name its file or address.');
  const head = await headOf(first);
  const address = url ?? head.link;
  return {
    facts: factsOf(head, address),
    items: (): AsyncIterable<ImportedItem> =>
      feedItems(itemsOf(files), address && hostOf(address), first.path),
  };
}

function factsOf(head: FeedHead, address: string | undefined): BlogFacts {
  const root =
    address !== undefined && canParseUrl(address) ? new URL('/', address).href : undefined;
  return {
    title: head.title || undefined,
    description: head.description || undefined,
    language: languageOf(head.language),
    url: root,
    hosts: [],
    legacy: head.isBlogger ? 'blogger' : undefined,
  };
}

/** Feeds have `en-us` and worse. */
function languageOf(text: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(text.replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

async function headOf(file: SourceFile): Promise<FeedHead> {
  const root = kindOf(await startOf(file));
  if (root !== undefined && root !== 'json') return xmlFeedHead(file, root);
  return (await jsonOf(file)).head;
}

async function* itemsOf(files: readonly SourceFile[]): AsyncGenerator<FeedItem | Notice> {
  for (const file of files) {
    const root = kindOf(await startOf(file));
    if (root !== undefined && root !== 'json') yield* xmlFeedItems(file, root);
    else yield* (await jsonOf(file)).items;
  }
}

async function jsonOf(file: SourceFile) {
  const feed = readJsonFeed(await readText(file), file.path);
  if (feed !== undefined) return feed;
  throw new SourceError(
    `${file.path} is no feed that can be read. It may be cut or damaged; save the feed again.`,
  );
}
