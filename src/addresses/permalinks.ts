/** The address pattern of posts, filled in. */
import type { PostDate } from '../dates.ts';

/** What of a post its address is made of. */
export interface Dated {
  readonly slug: string;
  readonly fields: { readonly publishDate: Pick<PostDate, 'year' | 'month' | 'day'> };
}

/**
 * The path of a post by the site's `permalink` pattern. Year, month and day
 * are those written in `publishDate`, in the site's zone.
 */
export function permalink(pattern: string, { slug, fields }: Dated): string {
  const { year, month, day } = fields.publishDate;
  const values: Readonly<Record<string, string>> = { year, month, day, slug };
  return pattern.replace(
    /:(year|month|day|slug)\b/g,
    (token, name: string) => values[name] ?? token,
  );
}
