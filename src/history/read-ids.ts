/** Reads the ids of posts from the feeds of the earlier site. */
import { openFeed } from '../feed-ids/open-feed.ts';
import { decodePath } from '../lib/paths.ts';
import type { PublishedPage } from '../site/model.ts';

/**
 * Ids by path, decoded. Feeds that cannot be read have none.
 * @param sources files or URLs
 */
export async function readIds(sources: readonly string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const source of sources) {
    const opened = await openFeed(source);
    if (!opened.ok) continue;
    for (const { path, id } of opened.feed.posts) ids.set(decodePath(path) ?? path, id);
  }
  return ids;
}

/** @param basePath of the earlier site: empty, or `/blog` */
export function withIds(
  pages: readonly PublishedPage[],
  ids: ReadonlyMap<string, string>,
  basePath: string,
): PublishedPage[] {
  return pages.map((page) => ({ ...page, guid: ids.get(basePath + page.path) }));
}
