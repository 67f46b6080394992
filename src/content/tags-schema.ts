/** Schema of a tag in `tags.yaml`, a map from names of tags to these fields. */
import * as z from 'zod';
import { legacyUrls, optionalText, slugText } from './fields.ts';

export const tagSchema = z.object({
  slug: slugText,
  description: optionalText.meta({
    description: 'text',
    hint: 'Write a sentence or two about the posts with this tag.',
  }),
  legacyUrl: legacyUrls,
});

export type TagFields = z.output<typeof tagSchema>;
