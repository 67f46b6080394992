/** Index of pages and redirects in which the 404 page looks up unknown URLs. */
import type { PatternRedirect } from '../../addresses/redirect.ts';
import { namesOf, partsOf, patternSource } from '../../lib/patterns.ts';
import type { OutputFile, Site } from '../../site/model.ts';

/** Read by `public/js/not-found-index.js`. Paths are decoded and below the site's root. */
interface NotFoundIndex {
  /** Every page with a title; posts first, newest first. */
  readonly pages: readonly (readonly [path: string, title: string])[];
  /** Old addresses with the index of their page in `pages`, unless `pages` or `patterns` find it. */
  readonly redirects: readonly (readonly [from: string, page: number])[];
  /** Regular expressions with the flags `isu`, and the replacement for a match. */
  readonly patterns: readonly (readonly [source: string, replacement: string])[];
}

export function notFoundIndexFile(site: Site): OutputFile {
  return {
    path: site.fixed.notFoundIndex.path,
    content: `${JSON.stringify(notFoundIndex(site))}\n`,
  };
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

/** Like the function of that name in `public/js/not-found-paths.js`; so is `bare`. */
function fold(path: string): string {
  return path
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC')
    .replace(/\/(?:index\.html?)?$/, '');
}

/** Ignores `.html` too. */
function bare(path: string): string {
  return fold(path).replace(/\.html?$/, '');
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
