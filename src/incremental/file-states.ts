/** States of files, which change when a file does. Like Git's index, compares size, times and inode. */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readdirSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';

/** Milliseconds in which some file systems give two changes the same time. */
const CLOCK_STEP = 2000;

/** All that is below some folders, at one time. */
export class FolderStates {
  readonly #files: FileState[] = [];
  #hasLinks = false;

  constructor(folders: readonly string[]) {
    for (const folder of folders) {
      for (const { path, stats } of walk(folder)) {
        if (stats.isSymbolicLink()) this.#hasLinks = true;
        else if (!stats.isDirectory()) this.#files.push(stateIn(path, stats));
      }
    }
  }

  /**
   * Hash of the names and states of all files, and of the content of those that may have changed since without
   * another time.
   * @param read when their content was read: milliseconds since 1970 UTC
   * @returns `undefined` if there is a link, because what it leads to may change
   */
  hash(read: number): string | undefined {
    if (this.#hasLinks) return undefined;
    const hash = createHash('sha256');
    for (const { path, state, changed } of this.#files) {
      hash.update(`${path}\0${state}\0`);
      if (changed > read - CLOCK_STEP) hash.update(readFileSync(path));
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
  const { state, changed } = stateIn(path, statSync(path));
  return changed > now - CLOCK_STEP ? undefined : state;
}

/** Takes less memory than what the system tells. */
interface FileState {
  readonly path: string;
  readonly state: string;
  /** Milliseconds since 1970 UTC; `-Infinity` for what is no file and has no content. */
  readonly changed: number;
}

function stateIn(path: string, stats: Stats): FileState {
  const { size, mtimeMs, ctimeMs, ino } = stats;
  const changed = stats.isFile() ? Math.max(mtimeMs, ctimeMs) : Number.NEGATIVE_INFINITY;
  return { path, state: `${size} ${mtimeMs} ${ctimeMs} ${ino}`, changed };
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
