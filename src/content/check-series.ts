/** Warns about posts that are the same part of a series. Each language of the site has series of its own. */
import type { Problems } from '../lib/problem.ts';
import { editionLanguage } from '../lib/language/edition.ts';
import type { PostEntry } from './entries.ts';
import type { SiteSettings } from './site-schema.ts';

export function checkSeries(
  posts: readonly PostEntry[],
  settings: Pick<SiteSettings, 'languages' | 'language'>,
  problems: Problems,
): void {
  /** First files by language, part and name. */
  const files = new Map<string, string>();
  for (const { file, fields } of posts) {
    const { name = '', part } = fields.series ?? {};
    if (part === undefined) continue;
    const key = `${editionLanguage(fields.language, settings)} ${part} ${name}`;
    const other = files.get(key);
    if (other === undefined) files.set(key, file);
    else
      problems.warn({
        file,
        field: 'series.part',
        code: 'series-part-duplicate',
        message: `The post is part ${part} of the series "${name}", and so is ${other}; the older of the two comes first.`,
        hint: 'Give one of the two another number.',
      });
  }
}
