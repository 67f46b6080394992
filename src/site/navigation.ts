/** The main navigation of the pages of one language. */
import type { Addresses } from '../addresses/address.ts';
import type { PlannedEdition } from '../addresses/editions.ts';
import type { Plan } from '../addresses/plan.ts';
import type { Content } from '../content/entries.ts';
import type { NavigationWord } from '../content/navigation-schema.ts';
import { wordsIn } from '../lib/language/language.ts';
import { langAttributes } from '../lib/language/tag.ts';
import { isWhole, linksIn, type NamedLink, type NavigationItem } from '../lib/navigation-links.ts';
import { decodePath } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import { pageLink, pageLinks } from './page-navigation.ts';
import type { NavigationEntry, NavigationLink } from './model.ts';

/** Links that come first, unless the setting names them or is the whole navigation. */
const ALWAYS = ['archive', 'tags', 'authors'] as const;

/** Pages that each language has. */
const INDEXES = ['home', 'archive', 'tags', 'authors', 'subscribe', 'search'] as const;

type WordLinks = Readonly<Record<NavigationWord, NavigationLink[]>>;

/** Links to pages that exist in the language of the edition lead there. */
export function buildNavigation(
  edition: PlannedEdition,
  plan: Plan,
  content: Pick<Content, 'settings' | 'originals'>,
  addresses: Addresses,
): NavigationEntry[] {
  const { navigation: setting, language: siteLanguage } = content.settings;
  const known = wordLinks(edition, plan, siteLanguage);
  const translated = translatedLinks(edition, plan, content, known);
  const lang = langAttributes(siteLanguage, edition.language);
  const linksOf = (item: NavigationWord | NamedLink): NavigationLink[] => {
    if (typeof item === 'string') return known[item];
    const link = navigationLink(item, addresses);
    return [translated.get(link.url) ?? { ...link, lang }];
  };
  const entries = setting.flatMap((item): NavigationEntry[] =>
    typeof item === 'object' && 'items' in item
      ? [{ text: item.text, lang, items: item.items.flatMap(linksOf) }]
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

function wordLinks(edition: PlannedEdition, plan: Plan, siteLanguage: string): WordLinks {
  const { fixed, language } = edition;
  const words = wordsIn(language);
  return {
    home: linkTo(words.home, fixed.home),
    archive: linkTo(words.archive, fixed.archive),
    tags: linkTo(words.tags, fixed.tags),
    authors: linkTo(words.authors, fixed.authors),
    subscribe: linkTo(words.subscribe, fixed.subscribe),
    search: linkTo(words.search.title, fixed.search).map((link) => ({ ...link, isSearch: true })),
    pages: pageLinks(edition, plan, siteLanguage),
    none: [],
  };
}

/** Links to the pages of the edition, by the URL of their counterparts in another. */
function translatedLinks(
  edition: PlannedEdition,
  plan: Plan,
  { settings, originals = new Map() }: Pick<Content, 'settings' | 'originals'>,
  known: WordLinks,
): Map<string, NavigationLink> {
  const links = new Map<string, NavigationLink>();
  const [main] = plan.editions;
  if (main !== undefined && main !== edition) {
    for (const name of INDEXES)
      for (const link of known[name]) links.set(main.fixed[name].url, { ...link, isSearch: false });
    const { series } = wordsIn(edition.language);
    for (const { url } of main.seriesIndex)
      for (const index of edition.seriesIndex)
        for (const link of linkTo(series, index)) links.set(url, link);
  }
  for (const page of plan.pages.filter(({ entry }) => plan.editionOf(entry) === edition)) {
    const original = originals.get(page.entry.file);
    const from = plan.pages.find(({ entry }) => entry.file === original);
    if (from !== undefined && plan.editionOf(from.entry) !== edition)
      links.set(from.address.url, pageLink(page, edition, settings.language));
  }
  return links;
}

function linkTo(text: string, { url }: { readonly url: string }): NavigationLink[] {
  return [{ text, url, local: true, isSearch: false }];
}

function isElsewhere(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)/.test(url);
}

/** Reports links to missing pages. */
export function checkNavigation(
  setting: readonly NavigationItem[],
  settingsFile: string,
  plan: Plan,
  problems: Problems,
): void {
  for (const { url, field } of linksIn(setting))
    checkTarget(url, { file: settingsFile, field }, plan, problems);
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
