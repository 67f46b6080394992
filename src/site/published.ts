/** The addresses that a site answers, kept for the next build to compare with. */
import type { Plan } from '../addresses/plan.ts';
import { pageCount } from '../lib/list-pages.ts';
import type { Edition, HomePage, Site } from './model.ts';
import type { Published } from './published-model.ts';

/** Everything but drafts, lists that only drafts are in, and pages that every site has. */
export function publishedBy(
  site: Omit<Site, 'warnings' | 'validUntil' | 'published'>,
  plan: Plan,
  pageSize: number,
): Published {
  const entries = [...plan.posts, ...plan.pages];
  const texts = new Map(entries.map(({ entry, address }) => [address.path, entry.textHash]));
  const posts = site.posts.filter(isPublic);
  const [main, ...others] = site.editions;
  const editions = others.filter((edition) => edition.posts.some(isPublic));
  const homePages = [
    ...(main === undefined ? [] : publicHomePages(main, pageSize).slice(1)),
    ...editions.flatMap((edition) => publicHomePages(edition, pageSize)),
  ];
  const indexes = editions.flatMap(({ fixed, words }) => [
    { ...fixed.archive, title: words.archive },
    { ...fixed.tags, title: words.tags },
    { ...fixed.authors, title: words.authors },
    { ...fixed.subscribe, title: words.subscribe },
    { ...fixed.search, title: words.search.title },
  ]);
  const terms = [...site.tags, ...site.authors, ...site.series]
    .filter((term) => term.posts.some(isPublic))
    .map(({ name, ...term }) => ({ ...term, title: name }));
  const seriesIndexes = site.editions
    .filter(({ series }) => series.some((one) => one.posts.some(isPublic)))
    .flatMap(({ seriesIndex, words }) =>
      seriesIndex.map((page) => ({ ...page, title: words.series })),
    );
  const periods = [...site.years, ...site.months].filter((list) => list.posts.some(isPublic));
  const further = site.furtherPages.filter(
    ({ list, number }) => number <= pageCount(list.posts.filter(isPublic).length),
  );
  const ofEditions = [site, ...editions].map(({ facts, feeds: own }) => {
    return { title: facts.title, feeds: own };
  });
  const feeds = [...ofEditions, ...terms].flatMap((list) =>
    Object.values(list.feeds).flatMap((feed) =>
      feed === undefined ? [] : [{ path: feed.path, title: list.title }],
    ),
  );
  const { exact, patterns } = site.redirects;
  return {
    pages: [
      ...posts.map(({ path, title, guid }) => ({ path, title, guid, text: texts.get(path) })),
      ...site.pages
        .filter(isPublic)
        .map(({ path, title }) => ({ path, title, text: texts.get(path) })),
      ...[...site.addedPages, ...terms, ...periods, ...seriesIndexes, ...indexes].map(
        ({ path, title }) => ({ path, title }),
      ),
      ...[...homePages, ...(site.commentsFeed === undefined ? [] : [site.commentsFeed])].map(
        ({ path }) => ({ path, title: site.facts.title }),
      ),
      // Without a title, so that they do not compete with the first pages.
      ...further.map(({ path }) => ({ path, title: '' })),
      ...feeds,
    ],
    redirects: [...exact, ...patterns.flatMap(({ known }) => known)].map(({ from, to }) => ({
      from,
      to: to.path,
    })),
  };
}

/** Paths of pages and redirects. */
export function answeredPaths(published: Published | undefined): Set<string> {
  const { pages, redirects } = published ?? { pages: [], redirects: [] };
  return new Set([...pages.map(({ path }) => path), ...redirects.map(({ from }) => from)]);
}

/** Without those that only drafts fill. */
function publicHomePages({ posts, homePages }: Edition, pageSize: number): readonly HomePage[] {
  return homePages.slice(0, pageCount(posts.filter(isPublic).length, pageSize));
}

function isPublic({ draft }: { readonly draft: boolean }): boolean {
  return !draft;
}
