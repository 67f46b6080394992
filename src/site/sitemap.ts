/** Sitemap. https://www.sitemaps.org/protocol.html */
import { canParseUrl } from '../lib/can-parse-url.ts';
import type { Addresses } from '../addresses/address.ts';
import type { Alternate, PageAddress, Post, PostSummary, Site } from './model.ts';

/** An entry of the sitemap. */
export interface SitemapEntry {
  /** Absolute, percent-encoded. */
  readonly url: string;
  /** W3C date of the last change, if known. */
  readonly lastModified: string | undefined;
  /** Absolute URLs of the images on the page. */
  readonly images: readonly string[];
  /** The page in all its languages; empty if it exists in one. */
  readonly alternates: readonly Alternate[];
}

/** A file of the sitemap: of pages or, if there are several, an index of the others. */
export interface SitemapFile extends PageAddress {
  readonly pages: readonly SitemapEntry[];
  /** Empty unless it is the index. */
  readonly parts: readonly PageAddress[];
}

/** Limits of a file, which the protocol sets at 50,000 URLs and 50 MB. */
export interface SitemapLimits {
  readonly urls: number;
  /** Of its URLs, without markup. */
  readonly characters: number;
}

const LIMITS: SitemapLimits = { urls: 50_000, characters: 20_000_000 };

type Listed = Pick<
  Site,
  | 'editions'
  | 'listedAlternates'
  | 'posts'
  | 'homePages'
  | 'tags'
  | 'authors'
  | 'series'
  | 'years'
  | 'furtherPages'
  | 'pages'
  | 'addedPages'
>;

/** Every page except drafts, redirects and the error page. A list changes when its newest post does. */
export function buildSitemap(site: Listed): SitemapEntry[] {
  const { editions, listedAlternates, posts, homePages, years, pages, addedPages } = site;
  const lists = [
    ...homePages,
    ...years,
    ...years.flatMap(({ months }) => months),
    ...site.tags,
    ...site.authors,
    ...site.series,
    ...site.furtherPages,
  ];
  const entries = [
    ...posts.filter(isHere).map((post) => entry(post, [post], imagesOf(post))),
    ...pages.filter(({ draft }) => !draft).map((page) => entry(page, [])),
    ...addedPages.filter(isHtml).map((page) => entry(page, [])),
    ...editions.flatMap(({ fixed, posts: own, series, seriesIndex }) => [
      entry(fixed.subscribe, []),
      ...[fixed.archive, fixed.tags, fixed.authors].map((page) => entry(page, own)),
      ...seriesIndex.map((page) =>
        entry(
          page,
          series.flatMap((one) => one.posts),
        ),
      ),
    ]),
    ...lists.map((list) => entry(list, list.posts)),
  ];
  const byUrl = new Map(
    Array.from(listedAlternates.values()).flatMap((group) =>
      group.map(({ canonical }) => [canonical, group] as const),
    ),
  );
  return entries
    .map((item) => ({ alternates: byUrl.get(item.url) ?? [], ...item }))
    .toSorted((a, b) => (a.url < b.url ? -1 : 1));
}

/** The files that list the entries; the first is at `index`. */
export function sitemapFiles(
  entries: readonly SitemapEntry[],
  index: PageAddress,
  addresses: Pick<Addresses, 'of'>,
  limits: SitemapLimits = LIMITS,
): SitemapFile[] {
  const lists = split(entries, limits);
  if (lists.length <= 1) return [{ ...index, pages: entries, parts: [] }];
  const files = lists.map((pages, number) => ({
    ...addresses.of(index.path.replace('.xml', `-${number + 1}.xml`)),
    pages,
    parts: [],
  }));
  return [{ ...index, pages: [], parts: files }, ...files];
}

function split(entries: readonly SitemapEntry[], limits: SitemapLimits): SitemapEntry[][] {
  const lists: SitemapEntry[][] = [];
  let list: SitemapEntry[] = [];
  let characters = Infinity;
  for (const item of entries) {
    const length = lengthOf(item);
    if (list.length === limits.urls || characters + length > limits.characters) {
      list = [];
      lists.push(list);
      characters = 0;
    }
    list.push(item);
    characters += length;
  }
  return lists;
}

function lengthOf({ url, images, alternates }: SitemapEntry): number {
  const urls = [url, ...images, ...alternates.map(({ canonical }) => canonical)];
  return urls.reduce((sum, { length }) => sum + length, 0);
}

/** The sitemap lists no page that names another as the original. */
function isHere({ draft, canonicalUrl }: Post): boolean {
  return !draft && canonicalUrl === undefined;
}

function isHtml({ isListed, path }: Site['addedPages'][number]): boolean {
  return isListed && /(?:\/|\.html?)$/.test(path);
}

function entry(
  { canonical }: PageAddress,
  posts: readonly PostSummary[],
  images: readonly string[] = [],
): Omit<SitemapEntry, 'alternates'> {
  let last: { iso: string; instant: number } | undefined;
  for (const post of posts.filter(({ draft }) => !draft)) {
    const date = post.updated ?? post.published;
    if (last === undefined || date.instant > last.instant) last = date;
  }
  return { url: canonical, lastModified: last?.iso, images };
}

/** The preview image of a post, its cover, and the images in its body, if they are on this site. */
function imagesOf({ canonical, body, cover, preview }: Post): string[] {
  const { origin } = new URL(canonical);
  const shown = body.map((part) => (part.kind === 'image' ? part.attributes['src'] : undefined));
  const own = [preview?.url, cover?.attributes['src'], ...shown]
    .flatMap((src) => (src === undefined ? [] : (absolute(src, canonical) ?? [])))
    .filter((url) => url.startsWith(`${origin}/`));
  return [...new Set(own)].slice(0, MAX_IMAGES);
}

/** Google's limit per page. https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps */
const MAX_IMAGES = 1000;

function absolute(src: string, base: string): string | undefined {
  return canParseUrl(src, base) ? new URL(src, base).href : undefined;
}
