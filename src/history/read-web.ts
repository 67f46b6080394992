/** Reads which addresses a site on the web answers, from its marker, a sitemap or a feed. */
import { canParseUrl } from '../lib/can-parse-url.ts';
import { openFeed } from '../feed-ids/open-feed.ts';
import { fetchBytes } from '../lib/fetch-bytes.ts';
import { decodePath } from '../lib/paths.ts';
import { XmlError, readXml } from '../lib/xml-reader.ts';
import type { Published, PublishedPage } from '../site/model.ts';
import { readIds, withIds } from './read-ids.ts';
import { readMarker } from './read-marker.ts';
import { MARKER } from '../publish/marker.ts';

/** In milliseconds, for each file. */
export const TIMEOUT = 30_000;
/** https://www.sitemaps.org/protocol.html: a sitemap has at most 50 MB. */
const LIMITS = { timeout: TIMEOUT, maxBytes: 50_000_000 };
/** Sitemaps of an index that are read. */
const MAX_SITEMAPS = 100;

/** Feed that a blog of Perennial has beside its sitemap. */
const FEED = 'atom.xml';

/**
 * @param address of a sitemap, a feed, or a home page, whose marker, or else sitemap and Atom feed, are read
 * @throws {Error} if it cannot be fetched or read
 */
export async function readWeb(address: string): Promise<Published> {
  const isFile = /\/[^/]+\.\w+$|\/feeds\//.test(new URL(address).pathname);
  const source = isFile ? address : new URL('sitemap.xml', address.replace(/\/?$/, '/')).href;
  const base = new URL('.', source).pathname.slice(0, -1);
  const marker = isFile ? undefined : await fetchMarker(new URL(MARKER.slice(1), source).href);
  if (marker !== undefined) return marker;
  const urls = await readSitemap(source, address, MAX_SITEMAPS);
  if (urls === undefined) return { pages: await readPosts(source, base), redirects: [] };
  const pages = urls
    .flatMap((url) => decodePath(new URL(url).pathname) ?? [])
    .map((path) => ({ path: below(base, path), title: '' }));
  const feeds = isFile ? [] : [new URL(FEED, source).href];
  return { pages: withIds(pages, await readIds(feeds), base), redirects: [] };
}

/** Hosts that send hidden files send it too. */
async function fetchMarker(address: string): Promise<Published | undefined> {
  try {
    return readMarker((await fetchBytes(address, { ...LIMITS, named: address })).toString());
  } catch {
    return undefined;
  }
}

async function readPosts(feed: string, base: string): Promise<PublishedPage[]> {
  const opened = await openFeed(feed);
  if (!opened.ok) throw new Error(opened.reason.replace(/\.$/, ''));
  return opened.feed.posts.map(({ path, id }) => ({
    path: below(base, decodePath(path) ?? path),
    title: '',
    guid: id,
  }));
}

/** A path on the host as one below the base path of the site. */
function below(base: string, path: string): string {
  return path.startsWith(`${base}/`) ? path.slice(base.length) : path;
}

const ITEMS = { urlset: ['urlset/url'], sitemapindex: ['sitemapindex/sitemap'] };

/**
 * URLs of the pages, also of the sitemaps of an index; `undefined` if it is no sitemap.
 * @param named URL of the owner
 */
async function readSitemap(
  address: string,
  named: string,
  allowed: number,
): Promise<string[] | undefined> {
  const bytes = await fetchBytes(address, { ...LIMITS, named });
  const pages: string[] = [];
  const sitemaps: string[] = [];
  try {
    readXml(bytes.toString().replace(/^\uFEFF/, ''), ITEMS, ({ name, children }) => {
      const url = children.find((child) => child.name === 'loc')?.text.trim();
      if (url !== undefined && canParseUrl(url)) (name === 'url' ? pages : sitemaps).push(url);
    });
  } catch (error) {
    if (error instanceof XmlError) return undefined;
    throw error;
  }
  for (const sitemap of sitemaps.slice(0, allowed))
    pages.push(...((await readSitemap(sitemap, named, 0)) ?? []));
  return pages;
}
