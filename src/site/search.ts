/** What a browser needs to know to search the site. */
import type { Plan } from '../addresses/plan.ts';
import { languageOf } from '../lib/language/tag.ts';
import type { Page, Post, Search } from './model.ts';

/** Nothing where nothing can be found, as drafts never are. */
export function buildSearch(
  bodies: readonly (Post | Page)[],
  siteLanguage: string,
  { searchFolder }: Plan,
): Search | undefined {
  const found = bodies.filter(({ draft }) => !draft);
  if (found.length === 0) return undefined;
  const own = languageOf(siteLanguage);
  const languages = new Set(
    found.map((body) => ('language' in body ? languageOf(body.language) : own)),
  );
  languages.delete(own);
  return { folder: searchFolder, languages: [...languages].toSorted() };
}
