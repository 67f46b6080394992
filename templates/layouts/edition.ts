/** The site as the pages of one language show it. */
import type { Edition, PageAddress, Site } from '../../src/site/model.ts';

const views = new WeakMap<Site, Map<string, Site>>();

/** The site in a language; the site itself if it has only one. */
export function editionIn(site: Site, language: string): Site {
  const edition = site.editions.find(({ facts }) => facts.language === language);
  if (edition === undefined || site.editions.length === 1) return site;
  const known = views.get(site) ?? new Map<string, Site>();
  views.set(site, known);
  const view = known.get(language) ?? merged(site, edition);
  known.set(language, view);
  return view;
}

/** The site in the language of the interface of a page. */
export function editionAt(site: Site, { path }: PageAddress): Site {
  return editionIn(site, site.languageAt.get(path) ?? site.facts.language);
}

/** Copies getters as such: they note what a page reads. */
function merged(site: Site, edition: Edition): Site {
  return Object.create(Object.getPrototypeOf(site), {
    ...Object.getOwnPropertyDescriptors(site),
    ...Object.getOwnPropertyDescriptors(edition),
  });
}
