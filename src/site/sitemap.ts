/** Sitemap. https://www.sitemaps.org/protocol.html */
import type { PageAddress, Post, PostSummary, Site, SitemapEntry } from './model.ts';

type Listed = Pick<
  Site,
  | 'fixed'
  | 'posts'
  | 'homePages'
  | 'tags'
  | 'authors'
  | 'series'
  | 'seriesIndex'
  | 'years'
  | 'pages'
  | 'addedPages'
>;

/** Every page except drafts, redirects and the error page. A list changes when its newest post does. */
export function buildSitemap(site: Listed): SitemapEntry[] {
  const { fixed, posts, homePages, tags, authors, series, years, pages, addedPages } = site;
  const lists = [
    ...homePages,
    ...years,
    ...years.flatMap(({ months }) => months),
    ...tags,
    ...authors,
    ...series,
  ];
  return [
    ...posts.filter(isHere).map((post) => entry(post, [post], imagesOf(post))),
    ...pages.filter(({ draft }) => !draft).map((page) => entry(page, [])),
    ...addedPages.filter(isHtml).map((page) => entry(page, [])),
    entry(fixed.subscribe, []),
    ...[fixed.archive, fixed.tags, fixed.authors].map((page) => entry(page, posts)),
    ...site.seriesIndex.map((page) =>
      entry(
        page,
        series.flatMap((one) => one.posts),
      ),
    ),
    ...lists.map((list) => entry(list, list.posts)),
  ].toSorted((a, b) => (a.url < b.url ? -1 : 1));
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
  posts: readonly (PostSummary | Post)[],
  images: readonly string[] = [],
): SitemapEntry {
  const published = posts.filter(({ draft }) => !draft);
  let last: { iso: string; instant: number } | undefined;
  for (const post of published) {
    const date = ('updated' in post ? post.updated : undefined) ?? post.published;
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
  return URL.canParse(src, base) ? new URL(src, base).href : undefined;
}
