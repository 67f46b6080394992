/** Where posts are: at the site's pattern, filled in, or where they always were. */
import type { Permalink } from '../content/site-schema.ts';
import type { PostDate } from '../lib/dates.ts';
import { outputFile } from '../lib/paths.ts';
import { readLegacyPath } from './redirect.ts';

/** What of a post its address is made of. */
export interface Dated {
  readonly slug: string;
  readonly fields: {
    readonly publishDate: Pick<PostDate, 'year' | 'month' | 'day'>;
    /** Old addresses, as they were written. */
    readonly legacyUrl: readonly string[];
  };
}

/** The path of a post: the first old address that it can keep, if the site preserves them, else by the pattern. */
export function permalink({ pattern, preserves }: Permalink, post: Dated): string {
  const kept = preserves ? post.fields.legacyUrl.flatMap((url) => keptPath(url) ?? []) : [];
  return kept[0] ?? fillIn(pattern, post);
}

/**
 * The path at which a host of files shows a page to whoever asks for an old
 * address, or `undefined` when it would not take the file for one: `/old.php`.
 */
function keptPath(written: string): string | undefined {
  const read = readLegacyPath(written);
  if (!read.ok) return undefined;
  const { path } = read;
  if (path.endsWith('/') || /[^/]\.html?$/i.test(path)) return path;
  // Hosts lead from a folder's name to the folder.
  return outputFile(path) === `${path.slice(1)}/index.html` ? `${path}/` : undefined;
}

/** Year, month and day are those written in `publishDate`, in the site's zone. */
function fillIn(pattern: string, { slug, fields }: Dated): string {
  const { year, month, day } = fields.publishDate;
  const values: Readonly<Record<string, string>> = { year, month, day, slug };
  return pattern.replace(
    /:(year|month|day|slug)\b/g,
    (token, name: string) => values[name] ?? token,
  );
}
