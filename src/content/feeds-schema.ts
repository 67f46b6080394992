/** Schema of the setting `feeds`: the formats of the feeds of tags, authors and series. */
import * as z from 'zod';
import { suggestName } from '../lib/suggest-name.ts';

export const FEED_FORMATS = ['rss', 'atom', 'json'] as const;

export type FeedFormat = (typeof FEED_FORMATS)[number];

const format = z.string().transform((value, context): FeedFormat => {
  const known = FEED_FORMATS.find((name) => name === value);
  if (known !== undefined) return known;
  const meant = suggestName(value, FEED_FORMATS);
  const guess = meant === undefined ? '' : `; did you mean \`${meant}\`?`;
  context.addIssue({ code: 'custom', message: `there is no such format${guess}` });
  return z.NEVER;
});

const formats = z.array(format).refine((names) => names.includes('atom'), {
  error: 'it lacks `atom`, which every list has because old addresses of feeds lead to it',
});

export const feeds = z
  .strictObject({
    tags: formats.default(['atom']),
    authors: formats.default(['atom']),
    series: formats.default([...FEED_FORMATS]),
  })
  .prefault({})
  .meta({
    description:
      '`tags`, `authors` and `series`, each with a list of formats: `atom`, and perhaps `rss` and `json`',
    hint: 'Write `feeds: { tags: [atom, rss, json] }`, likewise `authors` and `series`, or remove the line.',
  });

export type FeedSettings = z.output<typeof feeds>;
