/** The pages in the main navigation, unless the settings define their own. */
import type { Plan } from '../addresses/plan.ts';
import { langAttributes } from '../lib/language/tag.ts';
import type { NavigationLink } from './model.ts';

/** Pages with a position in its order, then those directly in `pages` without one. */
export function pageLinks({ pages }: Pick<Plan, 'pages'>, siteLanguage: string): NavigationLink[] {
  return pages
    .map(({ entry: { slug, fields }, address }) => {
      const isListed = fields.navigation ?? !slug.includes('/');
      const position = typeof isListed === 'number' ? isListed : Infinity;
      const lang = langAttributes(fields.language ?? siteLanguage, siteLanguage);
      const link = { text: fields.title, url: address.url, lang, local: true, isSearch: false };
      return { isListed: isListed !== false, position, link };
    })
    .filter(({ isListed }) => isListed)
    .toSorted((a, b) => (a.position === b.position ? 0 : a.position - b.position))
    .map(({ link }) => link);
}
