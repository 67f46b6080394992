/** The order of posts. */
import type { PostEntry } from '../content/entries.ts';

/** Newest first, then by slug: no file system, locale or clock has a say. */
export function byDate(a: { entry: PostEntry }, b: { entry: PostEntry }): number {
  return (
    b.entry.fields.publishDate.instant - a.entry.fields.publishDate.instant ||
    (a.entry.slug < b.entry.slug ? -1 : 1)
  );
}
