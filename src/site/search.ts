/** Configuration of the search page. */
import type { Plan } from '../addresses/plan.ts';
import { SPELLING } from '../lib/language/spelling.ts';
import { languageOf } from '../lib/language/tag.ts';
import { WORD_FILES } from '../lib/paths.ts';
import type { Page, Post, Search } from './model.ts';

/** Languages whose forms of words Pagefind knows. https://pagefind.app/docs/multilingual/ */
const INFLECTED = new Set([
  ...['ar', 'ca', 'da', 'de', 'el', 'en', 'es', 'eu', 'fi', 'fr', 'ga', 'hi', 'hu', 'hy', 'id'],
  ...['it', 'lt', 'ne', 'nl', 'no', 'pt', 'ro', 'ru', 'sr', 'sv', 'ta', 'tr', 'yi'],
]);

/** `undefined` if nothing but drafts exists, which are never indexed. */
export function buildSearch(
  bodies: readonly (Post | Page)[],
  siteLanguage: string,
  { searchFolder }: Plan,
): Search | undefined {
  const indexed = bodies.filter(({ draft }) => !draft);
  if (indexed.length === 0) return undefined;
  const own = languageOf(siteLanguage);
  const others = indexed
    .map((body) => languageOf(body.language))
    .filter((language) => language !== own && INFLECTED.has(language));
  return {
    folder: searchFolder,
    languages: [...new Set(others)].toSorted(),
    spelling: SPELLING,
    wordFiles: WORD_FILES.length,
  };
}
