/** Reports posts with more tags or authors than the limits allow, and sites with more tags. */
import { overLimit } from '../lib/limits.ts';
import type { Problems } from '../lib/problem.ts';
import type { PostEntry } from './entries.ts';
import type { SiteSettings } from './site-schema.ts';

/** @param settingsFile display path of `site.yaml` */
export function checkLimits(
  posts: readonly PostEntry[],
  { limits }: SiteSettings,
  settingsFile: string,
  problems: Problems,
): void {
  const siteTags = new Set<string>();
  for (const { file, fields } of posts) {
    for (const tag of fields.tags) siteTags.add(tag);
    for (const [name, field, count] of [
      ['tags', 'tags', fields.tags.length],
      ['authors', 'author', fields.author.length],
    ] as const) {
      const over = overLimit(name, count, 'The post', limits);
      if (over !== undefined) problems.error({ file, field, ...over });
    }
  }
  const over = overLimit('siteTags', siteTags.size, 'The site', limits);
  if (over !== undefined) problems.error({ file: settingsFile, field: 'limits', ...over });
}
