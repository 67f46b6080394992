/** Front matter schema of a page, `pages/<slug>.md`. */
import * as z from 'zod';
import { languageTag, legacyUrls, optionalText, titleText } from './fields.ts';
import { translationOf } from './language-schema.ts';

export const pageSchema = z.object({
  title: titleText.meta({ description: 'text', hint: 'Write `title: ...`.' }),
  description: optionalText.meta({ description: 'text', hint: 'Write one or two sentences.' }),
  language: languageTag.optional().meta({
    description: 'a language tag',
    hint: 'Write a tag such as `fr` or `pt-BR`, or remove the line if the page is in the language of the site.',
  }),
  translationOf,
  legacyUrl: legacyUrls,
  published: z.boolean().default(true).meta({
    description: 'true or false',
    hint: 'Write `published: true` or `published: false`, without quotes.',
  }),
});

export type PageFields = z.output<typeof pageSchema>;
