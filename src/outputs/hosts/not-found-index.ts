/** The address book: what the error page of any host looks unknown addresses up in. */
import type { PatternRedirect } from '../../addresses/redirect.ts';
import { namesOf, partsOf, patternSource } from '../../lib/patterns.ts';
import type { OutputFile, Site } from '../../site/model.ts';

/**
 * What the file holds, for `public/js/not-found-index.js`. Paths are decoded and
 * lie below the site's root.
 */
interface NotFoundIndex {
  /** Path and title of every page with a name: posts first, the newest before the others. */
  readonly pages: readonly (readonly [path: string, title: string])[];
  /** Old addresses with the place of their page in `pages`, but for those that the rest tells. */
  readonly redirects: readonly (readonly [from: string, page: number])[];
  /** Regular expressions for flags `isu`, each with what to replace a match by. */
  readonly patterns: readonly (readonly [source: string, replacement: string])[];
}

/** The address book of a site as a file. */
export function notFoundIndexFile(site: Site): OutputFile {
  return {
    path: site.fixed.notFoundIndex.path,
    content: `${JSON.stringify(notFoundIndex(site))}\n`,
  };
}

function notFoundIndex(site: Site): NotFoundIndex {
  // Who asks for a feed is no reader of a page.
  const exact = site.redirects.exact.filter(({ kind }) => kind === 'page');
  const titles = new Map(namedPages(site));
  for (const { to, title } of exact) if (!titles.has(to.path)) titles.set(to.path, title);
  const pages = [...titles];
  const patterns = site.redirects.patterns.flatMap(replacement);
  const places = new Map(pages.map(([path], place) => [bare(path), place]));
  const told = (from: string): number | undefined =>
    places.get(bare(from)) ?? byPattern(from, patterns, places);
  const redirects = exact.flatMap(({ from, to }) => {
    const page = places.get(bare(to.path));
    return page === undefined || page === told(from) ? [] : [[from, page] as const];
  });
  return { pages, redirects, patterns };
}

function namedPages(site: Site): [path: string, title: string][] {
  const { fixed, feeds, facts, words, posts, pages, tags, authors, years, months } = site;
  const titled = [...posts, ...pages, ...years, ...months];
  const named = [
    ...tags,
    ...authors,
    { ...fixed.archive, name: words.archive },
    { ...fixed.tags, name: words.tags },
    { ...fixed.authors, name: words.authors },
    { ...fixed.home, name: facts.title },
    { ...fixed.subscribe, name: words.subscribe },
    { ...fixed.search, name: words.search.title },
    { ...feeds.atom, name: words.feeds.atom },
    { ...feeds.rss, name: words.feeds.rss },
  ];
  return [
    ...titled.map(({ path, title }): [string, string] => [path, title]),
    ...named.map(({ path, name }): [string, string] => [path, name]),
  ];
}

/** What is left of a path when letter case, slashes at the end and `.html` do not count. */
function bare(path: string): string {
  return path
    .normalize('NFC')
    .toLowerCase()
    .replace(/\/(?:index\.html?)?$/, '')
    .replace(/\.html?$/, '');
}

/** Nothing for what is gone. */
function replacement({ from, to }: PatternRedirect): (readonly [string, string])[] {
  if (to === undefined) return [];
  const names = namesOf(from);
  const pieces = partsOf(to).map((part) => {
    if (part.kind === 'name') return `$${String(names.indexOf(part.name) + 1).padStart(2, '0')}`;
    return part.kind === 'rest' ? '*' : part.text.replaceAll('$', '$$$$');
  });
  return [[patternSource(from), pieces.join('')]];
}

function byPattern(
  from: string,
  patterns: NotFoundIndex['patterns'],
  places: ReadonlyMap<string, number>,
): number | undefined {
  for (const [source, to] of patterns) {
    const pattern = new RegExp(source, 'isu');
    if (pattern.test(from)) return places.get(bare(from.replace(pattern, to)));
  }
  return undefined;
}
