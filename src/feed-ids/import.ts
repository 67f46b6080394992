/** Imports post ids from saved feeds into `feed-ids.json`. */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { displayPath } from '../lib/user-folder.ts';
import { findContent } from '../content/find-content.ts';
import { loadContent } from '../content/load-content.ts';
import { FEED_IDS } from '../content/read-feed-ids.ts';
import { foldAddress } from '../lib/paths.ts';
import { Problems, type Problem } from '../lib/problem.ts';
import { mergeIds } from './merge.ts';
import type { SavedFeed } from './open-feed.ts';

export interface Import {
  /** Display path of `feed-ids.json`. */
  readonly file: string;
  /** If there are any, nothing was written. */
  readonly problems: readonly Problem[];
  /** Number of new ids. */
  readonly added: number;
  /** Number of posts with a legacy URL. */
  readonly old: number;
  /** Files of posts with a legacy URL but no id. */
  readonly without: readonly string[];
}

/**
 * Adds the ids of the feeds to `feed-ids.json`. Ignores problems in other files of the content.
 * @throws {Error} from `node:fs` if the file cannot be written
 */
export async function importFeedIds(
  contentDir: string,
  feeds: readonly SavedFeed[],
): Promise<Import> {
  const path = join(contentDir, FEED_IDS);
  const file = displayPath(path);
  const found = new Problems();
  const { posts, feedIds } = await loadContent(
    contentDir,
    findContent(contentDir, found),
    () => {},
    found,
  );
  const problems = new Problems();
  problems.add(found.all.filter((one) => one.file === file && one.severity === 'error'));
  const merged = mergeIds(feedIds, file, feeds, problems);
  const known = new Set(merged.map((feedId) => foldAddress(feedId.path)));
  const old = posts.filter(({ fields }) => fields.legacyUrl.length > 0);
  const result = {
    file,
    added: merged.length - feedIds.length,
    old: old.length,
    without: old
      .filter(({ fields }) => fields.guid === undefined)
      .filter(({ fields }) => !fields.legacyUrl.some((url) => known.has(foldAddress(url))))
      .map((post) => post.file),
  };
  if (problems.hasErrors) {
    const { locateProblems } = await import('../content/locate.ts');
    return { ...result, problems: locateProblems(problems.all) };
  }
  if (result.added > 0) {
    const ids = Object.fromEntries(merged.map((feedId) => [feedId.path, feedId.id]));
    writeFileSync(`${path}.new`, `${JSON.stringify(ids, null, 2)}\n`);
    renameSync(`${path}.new`, path);
  }
  return { ...result, problems: [] };
}
