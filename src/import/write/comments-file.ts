/** `comments.yaml` beside a post or page: what its readers wrote. */
import * as z from 'zod';
import { isWebAddress } from '../../content/fields.ts';
import { formatYaml } from '../../content/format-yaml.ts';
import { oneLine } from '../../lib/yaml-text.ts';
import { dateOf, type FrontMatterOptions } from './front-matter.ts';
import type { ImportedComment } from '../model.ts';

export interface ConvertedComment extends Omit<ImportedComment, 'html'> {
  /** Markdown. */
  readonly text: string;
}

/** A comment in the file. */
const written = z.object({
  /** Fragment of its old address. */
  id: z.string(),
  author: z.string().optional(),
  url: z.string().optional(),
  date: z.string().optional(),
  /** `id` of the comment that it answers. */
  replyTo: z.string().optional(),
  text: z.string(),
});

/** The oldest first. Comments without a date come after those before them in the export. */
export function commentsText(
  comments: readonly ConvertedComment[],
  { dates, keepsOffsets }: Pick<FrontMatterOptions, 'dates' | 'keepsOffsets'>,
): string {
  const anchors = new Map(comments.map(({ id, anchor }) => [id, anchor]));
  let time = -Infinity;
  const timed = comments.map((comment) => {
    const date = dateOf(comment.published, dates);
    time = date?.instant ?? time;
    return { comment, date, time };
  });
  const list = timed
    .toSorted((a, b) => a.time - b.time)
    .map(({ comment: { anchor, author, url, published, replyTo, text }, date }) => {
      const fields: z.output<typeof written> = {
        id: anchor,
        author: oneLine(author) || undefined,
        url: url !== undefined && isWebAddress(url) ? url : undefined,
        date: keepsOffsets && date !== undefined ? published?.trim() : date?.iso,
        replyTo: replyTo === undefined ? undefined : anchors.get(replyTo),
        text: text.trim(),
      };
      return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
    });
  return formatYaml({ comments: list });
}
