/** Ids of saved feeds, added to those that are known. */
import type { FeedId } from '../content/feed-ids-schema.ts';
import { foldAddress } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { SavedFeed } from './open-feed.ts';

/** An id and where it was found: a file with a line, if that is known. */
interface Found extends FeedId {
  readonly place: string;
}

/**
 * All ids, in the order of their paths; those that were known stay as they
 * are. What contradicts an earlier one is an error.
 * @param file name of the file that holds the known ones, for messages
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
      : `The id ${JSON.stringify(id)} belongs to the post at "${path}" here, but to that at "${other.path}" in ${other.place}.`,
    hint: 'Find out which of the two the old feed has today, and remove the other one where it stands.',
  };
}
