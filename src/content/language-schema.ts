/** Schemas of the languages of a site, and of the translations of its posts and pages. */
import * as z from 'zod';
import { canonicalTag, isLanguage } from '../lib/language/tag.ts';
import { optionalText } from './fields.ts';

/** One of the languages in which a site has a home page, lists and feeds. */
export interface SiteLanguage {
  /** BCP 47, in canonical case: `pt-BR`. */
  readonly tag: string;
  /** Path of its field: `languages[1]`, `languages.de`. */
  readonly field: string;
  /** Replace those of the site. */
  readonly title?: string | undefined;
  readonly description?: string | undefined;
}

const texts = z.strictObject({ title: optionalText, description: optionalText });

/** A list of tags, or a map from tags to texts. */
export const languages = z
  .union([z.array(z.string()), z.record(z.string(), texts.nullable())])
  .transform((written, context): SiteLanguage[] => {
    const items = Array.isArray(written)
      ? written.map((tag, index) => ({
          tag,
          key: index,
          field: `languages[${index}]`,
          texts: null,
        }))
      : Object.entries(written).map(([tag, own]) => ({
          tag,
          key: tag,
          field: `languages.${tag}`,
          texts: own,
        }));
    const known = new Set<string>();
    return items.flatMap(({ tag, key, field, texts: own }) => {
      const canonical = isLanguage(tag) ? canonicalTag(tag) : undefined;
      if (canonical !== undefined && !known.has(canonical)) {
        known.add(canonical);
        return [{ tag: canonical, field, ...own }];
      }
      const message =
        canonical === undefined ? `"${tag}" is not a language tag` : `"${tag}" is named twice`;
      context.addIssue({ code: 'custom', message, path: [key] });
      return [];
    });
  })
  .default([])
  .meta({
    description: 'a list of language tags, or a map from tags to `title` and `description`',
    hint: 'Write `languages: [en, de]`, or one line such as `de: { title: Notizen }` for each language.',
  });

export const translationOf = optionalText.meta({
  kind: 'sibling',
  help: 'The original that this one translates.',
  description: 'the name of a folder or file',
  hint: 'Write the name of the folder of the original post, or of the file of the original page without `.md`.',
});
