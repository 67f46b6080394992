/** The main navigation of the pages of one language. */
import type { PlannedEdition } from '../addresses/editions.ts';
import type { Planned } from '../addresses/plan-entries.ts';
import type { Plan } from '../addresses/plan.ts';
import type { Content, PageEntry } from '../content/entries.ts';
import { wordsIn } from '../lib/language/language.ts';
import { langAttributes } from '../lib/language/tag.ts';
import type { NavigationLink } from './model.ts';

/**
 * Links to pages that exist in the language of the edition lead there. Without `navigation` in
 * `site.yaml`, the edition lists its own pages.
 * @param links of the main edition
 */
export function navigationIn(
  edition: PlannedEdition,
  links: readonly NavigationLink[],
  plan: Plan,
  { settings, originals = new Map() }: Content,
): NavigationLink[] {
  const isOurs = ({ entry }: Planned<PageEntry>): boolean => plan.editionOf(entry) === edition;
  if (settings.navigation.length === 0)
    return plan.pages.filter(isOurs).filter(isTop(edition)).map(linkTo);
  const targets = new Map(indexLinks(edition, plan));
  for (const page of plan.pages.filter(isOurs)) {
    const original = originals.get(page.entry.file);
    const from = plan.pages.find(({ entry }) => entry.file === original);
    if (from !== undefined) targets.set(from.address.url, linkTo(page));
  }
  const lang = langAttributes(settings.language, edition.language);
  return links.map((link) => targets.get(link.url) ?? { ...link, lang });
}

/** Links to the fixed pages, by the URL of their counterparts in the main language. */
function indexLinks({ fixed, language, root }: PlannedEdition, plan: Plan) {
  if (root === '/') return [];
  const words = wordsIn(language);
  const names = ['home', 'archive', 'tags', 'authors', 'subscribe'] as const;
  return [
    ...names.map((name) => ({ name, text: words[name] })),
    { name: 'search' as const, text: words.search.title },
  ].map(({ name, text }): [string, NavigationLink] => [
    plan.fixed[name].url,
    { text, url: fixed[name].url, local: true },
  ]);
}

/** Whether a page is directly below the root of the site, or that of its edition. */
function isTop({ root }: PlannedEdition) {
  return ({ entry }: Planned<PageEntry>): boolean =>
    !`/${entry.slug}`.replace(root, '').replace(/^\//, '').includes('/');
}

function linkTo({ entry, address }: Planned<PageEntry>): NavigationLink {
  return { text: entry.fields.title, url: address.url, local: true };
}
