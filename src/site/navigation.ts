/** The main navigation. */
import type { Addresses } from '../addresses/address.ts';
import type { Plan } from '../addresses/plan.ts';
import type { NavigationWord } from '../content/navigation-schema.ts';
import { wordsIn } from '../lib/language/language.ts';
import { isWhole, linksIn, type NamedLink, type NavigationItem } from '../lib/navigation-links.ts';
import { decodePath } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import { pageLinks } from './page-navigation.ts';
import type { NavigationEntry, NavigationLink } from './model.ts';

/** Links that come first, unless the setting names them or is the whole navigation. */
const ALWAYS = ['archive', 'tags', 'authors'] as const;

/** Reports links to missing pages. */
export function buildNavigation(
  setting: readonly NavigationItem<NavigationWord>[],
  settingsFile: string,
  plan: Plan,
  siteLanguage: string,
  addresses: Addresses,
  problems: Problems,
): NavigationEntry[] {
  for (const { url, field } of linksIn(setting))
    checkTarget(url, { file: settingsFile, field }, plan, problems);
  const known = wordLinks(plan, siteLanguage);
  const linksOf = (item: NavigationWord | NamedLink): NavigationLink[] =>
    typeof item === 'string' ? known[item] : [navigationLink(item, addresses)];
  const entries = setting.flatMap((item): NavigationEntry[] =>
    typeof item === 'object' && 'items' in item
      ? [{ text: item.text, items: item.items.flatMap(linksOf) }]
      : linksOf(item),
  );
  if (isWhole(setting)) return entries;
  const urls = new Set(flat(entries).map(({ url }) => url));
  const first = ALWAYS.flatMap((name) => known[name]).filter(({ url }) => !urls.has(url));
  return [...first, ...(setting.length > 0 ? entries : known.pages)];
}

/** All links, those of groups included. */
function flat(entries: readonly NavigationEntry[]): NavigationLink[] {
  return entries.flatMap((entry) => ('items' in entry ? entry.items : [entry]));
}

function wordLinks(
  plan: Plan,
  siteLanguage: string,
): Readonly<Record<NavigationWord, NavigationLink[]>> {
  const { fixed } = plan;
  const words = wordsIn(siteLanguage);
  return {
    home: linkTo(words.home, fixed.home),
    archive: linkTo(words.archive, fixed.archive),
    tags: linkTo(words.tags, fixed.tags),
    authors: linkTo(words.authors, fixed.authors),
    subscribe: linkTo(words.subscribe, fixed.subscribe),
    search: linkTo(words.search.title, fixed.search).map((link) => ({ ...link, isSearch: true })),
    pages: pageLinks(plan, siteLanguage),
    none: [],
  };
}

function linkTo(text: string, { url }: { readonly url: string }): NavigationLink[] {
  return [{ text, url, local: true, isSearch: false }];
}

function isElsewhere(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)/.test(url);
}

function checkTarget(
  url: string,
  place: { readonly file: string; readonly field: string },
  { titles }: Plan,
  problems: Problems,
): void {
  if (isElsewhere(url) || titles.has(partsOf(url).path)) return;
  problems.error({
    ...place,
    code: 'navigation-target-missing',
    message: `The navigation links to ${url}, but the site has no such page.`,
    hint: 'Write the path of a page with both slashes, such as `/about/`, or a full URL with https://.',
  });
}

function navigationLink({ text, url }: NamedLink, addresses: Addresses): NavigationLink {
  if (isElsewhere(url)) return { text, url, local: false, isSearch: false };
  const { path, fragment } = partsOf(url);
  return {
    text,
    url: [addresses.of(path).url, ...fragment].join('#'),
    local: true,
    isSearch: false,
  };
}

function partsOf(url: string): { readonly path: string; readonly fragment: readonly string[] } {
  const [written = '', ...fragment] = url.split('#');
  return { path: decodePath(written) ?? written, fragment };
}
