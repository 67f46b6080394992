/** Warns about posts that are the same part of a series. */
import type { Problems } from '../lib/problem.ts';
import type { PostEntry } from './entries.ts';

export function checkSeries(posts: readonly PostEntry[], problems: Problems): void {
  /** First files by name and part. */
  const files = new Map<string, string>();
  for (const { file, fields } of posts) {
    const { name = '', part } = fields.series ?? {};
    if (part === undefined) continue;
    const key = `${part} ${name}`;
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
