/** What is to be rendered, and for which address. */
import type { Plan } from '../addresses/plan.ts';
import type { PageEntry, PostEntry } from '../content/entries.ts';
import { isTranslated } from '../lib/language/language.ts';
import type { BodyJob } from './body-renderer.ts';

/** What the page adds to a text is said in the language of the text, if that has words. */
export function jobOf(
  { file, body, files, fields }: PostEntry | PageEntry,
  siteLanguage: string,
): BodyJob {
  const { description } = fields;
  const own = 'language' in fields ? fields.language : undefined;
  const language = own !== undefined && isTranslated(own) ? own : siteLanguage;
  return { source: { file, markdown: body, files, language }, description };
}

/** Addresses of the pages that show bodies, by the files of these. */
export function bodyUrls({ posts, pages }: Plan): Map<string, string> {
  return new Map([...posts, ...pages].map(({ entry, address }) => [entry.file, address.url]));
}
