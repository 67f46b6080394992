/** Schema of the table `limits` in `site.yaml`. */
import * as z from 'zod';
import type { LimitName } from '../lib/limits.ts';

const limit = z.int().min(1).optional();

/** Deeper texts overflow the stack. */
const MAX_DEPTH = 1000;

export const limits = z
  .strictObject({
    textSize: limit,
    depth: z.int().min(1).max(MAX_DEPTH).optional(),
    elements: limit,
    headings: limit,
    links: limit,
    footnotes: limit,
    tableCells: limit,
    htmlSize: limit,
    postOutput: limit,
    siteOutput: limit,
    authors: limit,
    tags: limit,
    siteTags: limit,
    listedPosts: limit,
    imagePixels: limit,
    jpegPixels: limit,
    imageFrames: limit,
  } satisfies Record<LimitName, z.ZodType>)
  .optional()
  .meta({
    description: `a table of limits, each a whole number of at least 1, and \`depth\` of at most ${MAX_DEPTH}`,
    hint: 'Write `limits: { tags: 200 }`, with a name of the table in docs/guide/writing.md.',
  });
