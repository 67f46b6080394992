/** Configuration of the search page. */
import type { Plan } from '../addresses/plan.ts';
import { languageOf } from '../lib/language/tag.ts';
import type { Page, Post, Search } from './model.ts';

/** `undefined` if nothing but drafts exists, which are never indexed. */
export function buildSearch(
  bodies: readonly (Post | Page)[],
  siteLanguage: string,
  { searchFolder }: Plan,
): Search | undefined {
  const indexed = bodies.filter(({ draft }) => !draft);
  if (indexed.length === 0) return undefined;
  const own = languageOf(siteLanguage);
  const languages = new Set(
    indexed.map((body) => ('language' in body ? languageOf(body.language) : own)),
  );
  languages.delete(own);
  return { folder: searchFolder, languages: [...languages].toSorted() };
}
