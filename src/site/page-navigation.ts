/** The pages of an edition in its main navigation, unless the settings define their own. */
import type { PlannedEdition } from '../addresses/editions.ts';
import type { Planned } from '../addresses/plan-entries.ts';
import type { Plan } from '../addresses/plan.ts';
import type { PageEntry } from '../content/entries.ts';
import { langAttributes } from '../lib/language/tag.ts';
import type { NavigationLink } from './model.ts';

/** Pages with a position in its order, then those at the top of the edition without one. */
export function pageLinks(
  edition: PlannedEdition,
  { pages, editionOf }: Pick<Plan, 'pages' | 'editionOf'>,
  siteLanguage: string,
): NavigationLink[] {
  return pages
    .filter(({ entry }) => editionOf(entry) === edition)
    .map((page) => {
      const isListed = page.entry.fields.navigation ?? isTop(page.entry, edition);
      const position = typeof isListed === 'number' ? isListed : Infinity;
      const link = pageLink(page, edition, siteLanguage);
      return { isListed: isListed !== false, position, link };
    })
    .filter(({ isListed }) => isListed)
    .toSorted((a, b) => (a.position === b.position ? 0 : a.position - b.position))
    .map(({ link }) => link);
}

export function pageLink(
  { entry: { fields }, address }: Planned<PageEntry>,
  edition: PlannedEdition,
  siteLanguage: string,
): NavigationLink {
  const lang = langAttributes(fields.language ?? siteLanguage, edition.language);
  return { text: fields.title, url: address.url, lang, local: true, isSearch: false };
}

/** Whether a page is directly in `pages`, or in the folder of the edition: `pages/de`. */
function isTop({ slug }: PageEntry, { root }: PlannedEdition): boolean {
  return !`/${slug}`.replace(root, '').replace(/^\//, '').includes('/');
}
