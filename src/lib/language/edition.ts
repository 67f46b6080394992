/** Which of the languages of a site lists a text. */
import { languageOf } from './tag.ts';

interface SiteLanguages {
  /** BCP 47, in canonical case. */
  readonly languages: readonly { readonly tag: string }[];
  /** The main one. */
  readonly language: string;
}

/** The language of the text itself, that of its region, or the main one. */
export function editionLanguage(
  language: string | undefined,
  { languages, language: main }: SiteLanguages,
): string {
  if (language === undefined) return main;
  const tags = languages.map(({ tag }) => tag);
  return (
    tags.find((tag) => tag === language) ??
    tags.find((tag) => languageOf(tag) === languageOf(language)) ??
    main
  );
}
