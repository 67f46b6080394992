/** The address pattern of posts, filled in. */
import type { PostEntry } from '../content/entries.ts';

/**
 * The path of a post by the site's `permalink` pattern. Year, month and day
 * are those written in `publishDate`, in the site's zone.
 */
export function permalink(pattern: string, { slug, fields }: PostEntry): string {
  const { year, month, day } = fields.publishDate;
  const values: Readonly<Record<string, string>> = { year, month, day, slug };
  return pattern.replace(
    /:(year|month|day|slug)\b/g,
    (token, name: string) => values[name] ?? token,
  );
}
