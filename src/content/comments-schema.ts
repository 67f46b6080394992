/** Schema of `comments.yaml` beside a post: the comments that readers wrote on the old blog. */
import * as z from 'zod';
import { dateField, optionalText, text, webAddress } from './fields.ts';
import { perReader } from './per-reader.ts';

/** Letters first, so that it is an id in every kind of selector. */
export const ANCHOR = /^[A-Za-z][\w.:-]{0,99}$/;

/** @param dates parses dates in the site's time zone */
export const commentsSchema = perReader((dates) => {
  const anchor = z.string().regex(ANCHOR, {
    error: 'an id starts with a letter and has letters, digits, hyphens and underscores',
  });
  const comment = z.strictObject({
    id: anchor,
    replyTo: anchor.optional(),
    author: optionalText,
    url: webAddress.optional(),
    date: dateField(dates).optional(),
    text: text.refine((value) => value.length <= MAX_TEXT, {
      error: `a comment has at most ${MAX_TEXT} characters`,
    }),
  });
  return z.object({
    comments: z.array(comment).default([]).meta({
      description: 'a list of `id`, `text` and optionally `author`, `url`, `date` and `replyTo`',
      hint: "Under `comments:`, write `- { id: c1, author: Ada, date: '2011-05-06', text: 'Lovely.' }` for each.",
    }),
  });
});

/** Characters of a comment. */
export const MAX_TEXT = 100_000;

export type CommentFields = z.output<ReturnType<typeof commentsSchema>>['comments'][number];
