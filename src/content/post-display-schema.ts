/** Front matter that says how pages and lists show a post. */
import * as z from 'zod';
import { nameText, optionalText, typography, webAddress } from './fields.ts';

/** The series that a post is part of. */
export interface SeriesField {
  readonly name: string;
  /** As written; `undefined` for the order of publication. */
  readonly part?: number | undefined;
}

const series = z
  .union([
    nameText.transform((name): SeriesField => ({ name })),
    z.strictObject({
      name: nameText.meta({ kind: 'series' }),
      part: z.int().min(0).max(9999).optional(),
    }),
  ])
  .transform((value): SeriesField => value);

/** `true` or `false`. */
function flag(name: string, byDefault: boolean) {
  return z
    .boolean()
    .default(byDefault)
    .meta({
      description: 'true or false',
      hint: `Write \`${name}: ${!byDefault}\` without quotes, or remove the line.`,
    });
}

export const displayFields = {
  pinned: flag('pinned', false),
  series: series.optional().meta({
    description: 'a name, or a `name` and a `part`, which is a whole number',
    hint: 'Write `series: A year of herbs`, or `series: { name: A year of herbs, part: 2 }`.',
  }),
  cover: optionalText.meta({
    kind: 'image',
    description: 'an image next to the post',
    help: 'Shown above the text, and in lists.',
    hint: 'Write `cover: ./photo.jpg`.',
  }),
  coverAlt: optionalText.meta({
    label: 'Description of the cover',
    description: 'text',
    hint: 'Describe what the cover shows.',
  }),
  toc: flag('toc', true).meta({ label: 'Table of contents' }),
  comments: flag('comments', true),
  typography,
  canonicalUrl: webAddress
    .transform((value) => new URL(value).href)
    .optional()
    .meta({
      description: 'the URL where the post was first published',
      hint: 'Write the full URL, such as `https://magazine.example/my-article`, or remove the line.',
    }),
};
