/** What search engines are told of. https://www.sitemaps.org/protocol.html */
import type { PageAddress, Post, PostSummary, Site, SitemapEntry } from './model.ts';

type Listed = Pick<Site, 'fixed' | 'posts' | 'homePages' | 'tags' | 'authors' | 'years' | 'pages'>;

/** Every page but drafts, redirects and the error page; a list changes when its newest post does. */
export function buildSitemap(site: Listed): SitemapEntry[] {
  const { fixed, posts, homePages, tags, authors, years, pages } = site;
  const lists = [
    ...homePages,
    ...years,
    ...years.flatMap(({ months }) => months),
    ...tags,
    ...authors,
  ];
  return [
    ...posts.filter(({ draft }) => !draft).map((post) => entry(post, [post])),
    ...pages.filter(({ draft }) => !draft).map((page) => entry(page, [])),
    entry(fixed.subscribe, []),
    ...[fixed.archive, fixed.tags, fixed.authors].map((page) => entry(page, posts)),
    ...lists.map((list) => entry(list, list.posts)),
  ].toSorted((a, b) => (a.url < b.url ? -1 : 1));
}

function entry({ canonical }: PageAddress, posts: readonly (PostSummary | Post)[]): SitemapEntry {
  const published = posts.filter(({ draft }) => !draft);
  let last: { iso: string; instant: number } | undefined;
  for (const post of published) {
    const date = ('updated' in post ? post.updated : undefined) ?? post.published;
    if (last === undefined || date.instant > last.instant) last = date;
  }
  return { url: canonical, lastModified: last?.iso };
}
