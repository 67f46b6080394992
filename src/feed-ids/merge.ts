/** Merges the ids of saved feeds into the known ones. */
import type { FeedId } from '../content/feed-ids-schema.ts';
import { foldAddress } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { SavedFeed } from './open-feed.ts';

/** An id and where it was found: a file, perhaps with a line. */
interface Found extends FeedId {
  readonly place: string;
}

/**
 * All ids, sorted by path. Reports ids that contradict an earlier one.
 * @param file file of the known ids, for messages
 */
export function mergeIds(
  known: readonly FeedId[],
  file: string,
  feeds: readonly SavedFeed[],
  problems: Problems,
): FeedId[] {
  const byPath = new Map<string, Found>();
  const byId = new Map<string, Found>();
  const add = (found: Found): void => {
    byPath.set(foldAddress(found.path), found);
    byId.set(found.id, found);
  };
  for (const feedId of known) add({ ...feedId, place: file });
  for (const { source, posts } of feeds) {
    for (const { id, path, line } of posts) {
      const found = { id, path, place: `${source}:${line}` };
      const other = byPath.get(foldAddress(path)) ?? byId.get(id);
      if (other === undefined) add(found);
      else if (other.id !== id || foldAddress(other.path) !== foldAddress(path))
        problems.error({ file: source, line, ...conflict(found, other) });
    }
  }
  return [...byPath.values()]
    .map(({ path, id }) => ({ path, id }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

function conflict(
  { id, path }: Found,
  other: Found,
): { code: string; message: string; hint: string } {
  const isSamePost = other.id !== id;
  return {
    code: 'feed-ids-conflict',
    message: isSamePost
      ? `The post at "${path}" has the id ${JSON.stringify(id)} here, but ${JSON.stringify(other.id)} in ${other.place}.`
      : `The id ${JSON.stringify(id)} belongs to the post at "${path}" here, but to the one at "${other.path}" in ${other.place}.`,
    hint: 'Check which of the two the old feed has today, and remove the other.',
  };
}
