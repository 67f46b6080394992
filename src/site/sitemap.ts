/** Sitemap. https://www.sitemaps.org/protocol.html */
import type { PageAddress, Post, PostSummary, Site, SitemapEntry } from './model.ts';

type Listed = Pick<
  Site,
  'fixed' | 'posts' | 'homePages' | 'tags' | 'authors' | 'years' | 'pages' | 'addedPages'
>;

/** Every page except drafts, redirects and the error page. A list changes with its newest post. */
export function buildSitemap(site: Listed): SitemapEntry[] {
  const { fixed, posts, homePages, tags, authors, years, pages, addedPages } = site;
  const lists = [
    ...homePages,
    ...years,
    ...years.flatMap(({ months }) => months),
    ...tags,
    ...authors,
  ];
  return [
    ...posts.filter(({ draft }) => !draft).map((post) => entry(post, [post], imagesOf(post))),
    ...pages.filter(({ draft }) => !draft).map((page) => entry(page, [])),
    ...addedPages.filter(isHtml).map((page) => entry(page, [])),
    entry(fixed.subscribe, []),
    ...[fixed.archive, fixed.tags, fixed.authors].map((page) => entry(page, posts)),
    ...lists.map((list) => entry(list, list.posts)),
  ].toSorted((a, b) => (a.url < b.url ? -1 : 1));
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

/** The preview image of a post and the images in its body, if they are on this site. */
function imagesOf({ canonical, body, preview }: Post): string[] {
  const { origin } = new URL(canonical);
  const shown = body.map((part) => (part.kind === 'image' ? part.attributes['src'] : undefined));
  const own = [preview?.url, ...shown]
    .flatMap((src) => (src === undefined ? [] : (absolute(src, canonical) ?? [])))
    .filter((url) => url.startsWith(`${origin}/`));
  return [...new Set(own)].slice(0, MOST_IMAGES);
}

/** Limit for one page. https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps */
const MOST_IMAGES = 1000;

function absolute(src: string, base: string): string | undefined {
  return URL.canParse(src, base) ? new URL(src, base).href : undefined;
}
