/** Front matter schema of a page, `pages/<slug>.md`. */
import * as z from 'zod';
import { legacyUrls, optionalText, titleText } from './fields.ts';

export const pageSchema = z.object({
  title: titleText.meta({ description: 'text', hint: 'Write `title: ...`.' }),
  description: optionalText.meta({ description: 'text', hint: 'Write one or two sentences.' }),
  legacyUrl: legacyUrls,
  published: z.boolean().default(true).meta({
    description: 'true or false',
    hint: 'Write `published: true` or `published: false`, without quotes.',
  }),
});

export type PageFields = z.output<typeof pageSchema>;
