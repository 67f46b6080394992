/** Brings the ids of saved feeds into a content folder. */
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { displayPath } from '../content/files.ts';
import { findContent } from '../content/find-content.ts';
import { loadContent } from '../content/load-content.ts';
import { FEED_IDS } from '../content/read-feed-ids.ts';
import { foldAddress } from '../lib/paths.ts';
import { Problems, type Problem } from '../lib/problem.ts';
import { mergeIds } from './merge.ts';
import type { SavedFeed } from './open-feed.ts';

/** What came of an import. */
export interface Import {
  /** As the writer knows it. */
  readonly file: string;
  /** Nothing was written when there are any. */
  readonly problems: readonly Problem[];
  /** How many ids are in the file that were not before. */
  readonly added: number;
  /** Posts with an old address. */
  readonly old: number;
  /** Files of those among them that have no id of the old blog. */
  readonly without: readonly string[];
}

/**
 * Writes `feed-ids.json`: what it holds already, and the ids of the feeds.
 * Mistakes elsewhere in the content do not matter here.
 * @throws {Error} of `node:fs` when it cannot be written
 */
export async function importFeedIds(
  contentDir: string,
  feeds: readonly SavedFeed[],
): Promise<Import> {
  const path = join(contentDir, FEED_IDS);
  const file = displayPath(path);
  const found = new Problems();
  const { posts, feedIds } = loadContent(
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
