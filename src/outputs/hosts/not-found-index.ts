/** Index of pages and redirects in which the 404 page looks up unknown URLs. */
import type { PatternRedirect } from '../../addresses/redirect.ts';
import { hashedPath } from '../../lib/hashed-path.ts';
import { namesOf, partsOf, patternSource } from '../../lib/patterns.ts';
import type { OutputFile, Site } from '../../site/model.ts';
import { splitIndex, type Lookup, type TitledPage } from './not-found-parts.ts';
import { bare, fold } from './not-found-paths.ts';

/**
 * Read by `public/js/not-found-index.js`. Paths are decoded and below the site's root. `pages` has every page with
 * a title; posts first, newest first. `redirects` has old addresses, unless `pages` or `patterns` find their page.
 */
interface NotFoundIndex extends Lookup {
  /** Regular expressions with the flags `isu`, and the replacement for a match. */
  readonly patterns: readonly (readonly [source: string, replacement: string])[];
}

/** The index of a site with more pages is in parts. */
const MOST_PAGES = 5000;
/** Most pages that every reader of such an index loads. */
const MOST_COMMON = 2000;

/** The index; that of a large site is followed by its parts. */
export function notFoundIndexFiles(site: Site): OutputFile[] {
  const index = notFoundIndex(site);
  const { path } = site.fixed.notFoundIndex;
  if (index.pages.length <= MOST_PAGES) return [{ path, content: textOf(index) }];
  const common = commonPages(index.pages, site.posts.length);
  const files = splitIndex(index, new Set(common)).map(({ beginning, ...lookup }) => {
    const content = textOf(lookup);
    return { beginning, path: hashedPath(path, Buffer.from(content)), content };
  });
  const { patterns } = index;
  const parts = files.map((file) => [file.beginning, file.path.slice(1)]);
  return [
    { path, content: textOf({ pages: common, redirects: [], patterns, parts }) },
    ...files.map((file) => ({ path: file.path, content: file.content })),
  ];
}

function textOf(value: object): string {
  return `${JSON.stringify(value)}\n`;
}

/**
 * Lists and pages; if there are very many, those with the shortest addresses.
 * @param posts number of pages that are posts
 */
function commonPages(pages: readonly TitledPage[], posts: number): TitledPage[] {
  return pages
    .slice(posts)
    .toSorted((a, b) => depthOf(a) - depthOf(b))
    .slice(0, MOST_COMMON);
}

function depthOf([path]: TitledPage): number {
  return path.split('/').length;
}

function notFoundIndex(site: Site): NotFoundIndex {
  // Feed readers never see the 404 page.
  const exact = site.redirects.exact.filter(({ kind }) => kind === 'page');
  const titles = new Map(titledPages(site));
  for (const { to, title } of exact) if (!titles.has(to.path)) titles.set(to.path, title);
  const pages = [...titles];
  const patterns = site.redirects.patterns
    .filter(({ kind }) => kind === 'page')
    .flatMap(replacement);
  const indexes = new Map(pages.map(([path], index) => [bare(path), index]));
  const redirects = new Map<string, readonly [from: string, page: number]>();
  for (const { from, to } of exact) {
    const page = indexes.get(bare(to.path));
    const found = indexes.get(bare(from)) ?? byPattern(from, patterns, indexes);
    if (page !== undefined && page !== found && !redirects.has(fold(from)))
      redirects.set(fold(from), [from, page]);
  }
  return { pages, redirects: [...redirects.values()], patterns };
}

function titledPages(site: Site): [path: string, title: string][] {
  const { posts, pages, tags, authors, series, years, months } = site;
  const titled = [...posts, ...pages, ...years, ...months];
  const indexes = site.editions.flatMap(({ fixed, seriesIndex, feeds, facts, words }) => [
    ...seriesIndex.map((page) => ({ ...page, name: words.series })),
    { ...fixed.archive, name: words.archive },
    { ...fixed.tags, name: words.tags },
    { ...fixed.authors, name: words.authors },
    { ...fixed.home, name: facts.title },
    { ...fixed.subscribe, name: words.subscribe },
    { ...fixed.search, name: words.search.title },
    { ...feeds.atom, name: words.feeds.atom },
    { ...feeds.rss, name: words.feeds.rss },
  ]);
  const named = [...tags, ...authors, ...series, ...indexes];
  return [
    ...titled.map(({ path, title }): [string, string] => [path, title]),
    ...named.map(({ path, name }): [string, string] => [path, name]),
  ];
}

/** Empty for what is gone. */
function replacement({ from, to }: PatternRedirect): (readonly [string, string])[] {
  if (to === undefined) return [];
  const names = namesOf(from);
  const parts = partsOf(to).map((part) => {
    if (part.kind === 'name') return `$${String(names.indexOf(part.name) + 1).padStart(2, '0')}`;
    return part.kind === 'rest' ? '*' : part.text.replaceAll('$', '$$$$');
  });
  return [[patternSource(from.normalize('NFC')), parts.join('')]];
}

/** The page that the first matching pattern leads to. */
function byPattern(
  from: string,
  patterns: NotFoundIndex['patterns'],
  indexes: ReadonlyMap<string, number>,
): number | undefined {
  const path = from.normalize('NFC');
  for (const [source, to] of patterns) {
    const pattern = new RegExp(source, 'isu');
    if (pattern.test(path)) return indexes.get(bare(path.replace(pattern, to)));
  }
  return undefined;
}
