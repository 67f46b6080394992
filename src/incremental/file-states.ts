/** States of files, which change when a file does. Like Git's index, compares size, times and inode. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readdirSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds in which some file systems give two changes the same time. */
const CLOCK_STEP = 2000;

/** All that is below some folders, at one time. */
export class FolderStates {
  readonly #items: readonly Item[];

  constructor(folders: readonly string[]) {
    this.#items = folders.flatMap((folder) => [...walk(folder)]);
  }

  /**
   * Hash of the names and states of all files, and of the content of those that may have changed since without
   * another time.
   * @param read when their content was read: milliseconds since 1970 UTC
   * @returns `undefined` if there is a link, because what it leads to may change
   */
  hash(read: number): string | undefined {
    const hash = createHash('sha256');
    for (const { path, stats } of this.#items) {
      if (stats.isSymbolicLink()) return undefined;
      if (stats.isDirectory()) continue;
      const { size, mtimeMs, ctimeMs, ino } = stats;
      hash.update(`${path}\0${size} ${mtimeMs} ${ctimeMs} ${ino}\0`);
      if (stats.isFile() && Math.max(mtimeMs, ctimeMs) > read - CLOCK_STEP)
        hash.update(readFileSync(path));
    }
    return hash.digest('hex');
  }
}

/**
 * Whether nothing in a folder was changed, added or removed since then. Systems set the times that this
 * compares themselves, for a folder whenever a name in it changes.
 * @param since milliseconds since 1970 UTC
 */
export function isUntouched(folder: string, since: number): boolean {
  // File systems count parts of milliseconds, the clock does not.
  for (const { stats } of walk(folder)) if (Math.floor(stats.ctimeMs) > since) return false;
  return true;
}

/**
 * Name of a state of a file; `undefined` if it may change again without another one.
 * @param now milliseconds since 1970 UTC
 */
export function stateOfFile(path: string, now = Date.now()): string | undefined {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  return Math.max(mtimeMs, ctimeMs) > now - CLOCK_STEP
    ? undefined
    : `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

interface Item {
  readonly path: string;
  readonly stats: Stats;
}

/** A folder and everything below it, in the order of names. */
function* walk(path: string): Generator<Item> {
  const stats = lstatSync(path);
  yield { path, stats };
  if (!stats.isDirectory()) return;
  for (const name of readdirSync(path).toSorted()) yield* walk(join(path, name));
}
