/** Schema of a tag in `tags.yaml` or a series in `series.yaml`, maps from names to these fields. */
import * as z from 'zod';
import { legacyUrls, optionalText, slugText } from './fields.ts';

export const termSchema = z.object({
  slug: slugText,
  description: optionalText.meta({
    kind: 'paragraph',
    description: 'text',
    hint: 'Write a sentence or two about these posts.',
  }),
  legacyUrl: legacyUrls,
});

export type TermFields = z.output<typeof termSchema>;
