/** Configuration of the search page. */
import type { Plan } from '../addresses/plan.ts';
import { SPELLING } from '../lib/language/spelling.ts';
import { languageOf } from '../lib/language/tag.ts';
import { WORD_FILES } from '../lib/paths.ts';
import type { PictureFor } from './list-pictures.ts';
import type { Page, Picture, Post, Search } from './model.ts';

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
  pictureFor: PictureFor,
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
    pictures: indexed.flatMap(({ path, url }) => {
      const picture = pictureFor(path, 'related');
      return picture === undefined ? [] : [[url, smallestOf(picture)] as const];
    }),
  };
}

/** The first of its versions, or else the image itself. */
function smallestOf({ sources: [source], attributes }: Picture): string {
  return source?.srcset.split(' ', 1)[0] ?? attributes['src'] ?? '';
}
