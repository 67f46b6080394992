/** Permalinks of posts: the site's pattern filled in, or a preserved legacy path. */
import type { Permalink } from '../content/site-schema.ts';
import type { PostDate } from '../lib/dates.ts';
import { outputFile } from '../lib/paths.ts';
import { readLegacyPath } from './redirect.ts';
import { ownValue } from '../lib/own-value.ts';

/** The parts of a post that determine its permalink. */
export interface PermalinkSource {
  readonly slug: string;
  readonly fields: {
    readonly publishDate: Pick<PostDate, 'year' | 'month' | 'day'>;
    readonly legacyUrl: readonly string[];
  };
}

/** The first legacy path that can be preserved, if the site preserves them; else the pattern. */
export function permalink({ pattern, preserves }: Permalink, post: PermalinkSource): string {
  const [preserved] = preserves ? post.fields.legacyUrl.flatMap((url) => preserve(url) ?? []) : [];
  return preserved ?? fillIn(pattern, post);
}

/**
 * The path under which a static host serves a page at a legacy address, or `undefined` if it would
 * not serve it as HTML: `/old.php`.
 */
function preserve(written: string): string | undefined {
  const read = readLegacyPath(written);
  if (!read.ok) return undefined;
  const { path } = read;
  // Some hosts refuse such file names.
  if (/[?#]/.test(path)) return undefined;
  if (path.endsWith('/') || /[^/]\.html?$/i.test(path)) return path;
  // Hosts redirect `/a` to the folder `/a/`.
  return outputFile(path) === `${path.slice(1)}/index.html` ? `${path}/` : undefined;
}

/** Year, month and day are those of `publishDate` in the site's time zone. */
function fillIn(pattern: string, { slug, fields }: PermalinkSource): string {
  const { year, month, day } = fields.publishDate;
  const values: Readonly<Record<string, string>> = { year, month, day, slug };
  return pattern.replace(
    /:(year|month|day|slug)\b/g,
    (token, name: string) => ownValue(values, name) ?? token,
  );
}
