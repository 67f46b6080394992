/** `comments.yaml` beside a post or page: what its readers wrote. */
import { commentsSchema } from '../../content/comments-schema.ts';
import { isWebAddress } from '../../content/fields.ts';
import { formatYaml } from '../../content/format-yaml.ts';
import { oneLine } from '../../lib/yaml-text.ts';
import { dateOf, type FrontMatterOptions } from './front-matter.ts';
import type { ImportedComment } from '../model.ts';

export interface ConvertedComment extends Omit<ImportedComment, 'html'> {
  /** Markdown; not empty. */
  readonly text: string;
}

/** The oldest first. Comments without a date come after those before them in the export. */
export function commentsText(
  comments: readonly ConvertedComment[],
  options: Pick<FrontMatterOptions, 'dates' | 'keepsOffsets'>,
): string {
  const anchors = new Map(comments.map(({ id, anchor }) => [id, anchor]));
  let time = -Infinity;
  const timed = comments.map((comment) => {
    time = dateOf(comment.published, options.dates)?.instant ?? time;
    return { fields: fieldsOf(comment, anchors, options), time };
  });
  const list = timed.toSorted((a, b) => a.time - b.time).map(({ fields }) => fields);
  commentsSchema(options.dates).parse({ comments: list });
  return formatYaml({ comments: list });
}

function fieldsOf(
  { anchor, author, url, published, replyTo, text }: ConvertedComment,
  anchors: ReadonlyMap<string, string>,
  { dates, keepsOffsets }: Pick<FrontMatterOptions, 'dates' | 'keepsOffsets'>,
): Record<string, string> {
  const date = dateOf(published, dates);
  const fields = {
    id: anchor,
    author: oneLine(author) || undefined,
    url: url !== undefined && isWebAddress(url) ? url : undefined,
    date: keepsOffsets && date !== undefined ? published?.trim() : date?.iso,
    replyTo: replyTo === undefined ? undefined : anchors.get(replyTo),
    text: text.trim(),
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
