/** What search engines are told of. https://www.sitemaps.org/protocol.html */
import { decodeEntities } from '../lib/html.ts';
import type { PageAddress, Post, PostSummary, Site, SitemapEntry } from './model.ts';

type Listed = Pick<
  Site,
  'fixed' | 'posts' | 'homePages' | 'tags' | 'authors' | 'years' | 'pages' | 'addedPages'
>;

/** Every page but drafts, redirects and the error page; a list changes when its newest post does. */
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

/** The preview of a post and the images in it, as far as they are files of the site. */
function imagesOf({ canonical, html, preview }: Post): string[] {
  const { origin } = new URL(canonical);
  const shown = html.includes('<img')
    ? [...html.matchAll(/<img\b[^<>]*? src="([^"]+)"/g)].map(([, src = '']) => src)
    : [];
  const own = [...(preview === undefined ? [] : [preview.url]), ...shown]
    .flatMap((src) => absolute(src, canonical) ?? [])
    .filter((url) => url.startsWith(`${origin}/`));
  return [...new Set(own)].slice(0, MOST_IMAGES);
}

/** What one page may list. https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps */
const MOST_IMAGES = 1000;

function absolute(src: string, base: string): string | undefined {
  const written = decodeEntities(src);
  return URL.canParse(written, base) ? new URL(written, base).href : undefined;
}
