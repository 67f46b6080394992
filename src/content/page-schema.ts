/** Front matter schema of a page, `pages/<slug>.md`. */
import * as z from 'zod';
import { languageTag, legacyUrls, optionalText, titleText, typography } from './fields.ts';
import { translationOf } from './language-schema.ts';

export const pageSchema = z.object({
  title: titleText.meta({ description: 'text', hint: 'Write `title: ...`.' }),
  description: optionalText.meta({
    kind: 'paragraph',
    description: 'text',
    hint: 'Write one or two sentences.',
  }),
  language: languageTag.optional().meta({
    description: 'a language tag',
    hint: 'Write a tag such as `fr` or `pt-BR`, or remove the line if the page is in the language of the site.',
  }),
  translationOf,
  navigation: z
    .union([z.int(), z.literal(false)])
    .optional()
    .meta({
      description: 'a whole number, or false',
      hint: 'Write the position among the pages in the header, such as `navigation: 1`, or `navigation: false` for none.',
    }),
  // Pages of other generators name layouts of their own, which are reported but do no harm.
  layout: z
    .union([z.string(), z.literal(false)])
    .optional()
    .meta({
      description: '`wide`',
      hint: 'Write `layout: wide`, or remove the line.',
    }),
  typography,
  legacyUrl: legacyUrls,
  published: z.boolean().default(true).meta({
    description: 'true or false',
    hint: 'Write `published: true` or `published: false`, without quotes.',
  }),
});

export type PageFields = z.output<typeof pageSchema>;
