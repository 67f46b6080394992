/**
 * States of files, which change when a file does. Like Git's index, compares size, times and inode.
 * Plain JavaScript, because the launcher needs it before anything is compiled.
 */
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, readdirSync, statSync } from 'node:fs';

/** Milliseconds in which some file systems give two changes the same time. */
const CLOCK_STEP = 2000;
/** Of what is no file, such as a pipe, and has no content. */
const NEVER = Number.NEGATIVE_INFINITY;

/** Some files, and all below some folders, at one time. */
export class FileStates {
  #paths = [];
  /** When each was changed: milliseconds since 1970 UTC. */
  #changed = [];
  /** Numbers take less memory than text, and less time to hash. */
  #states = [];
  #hasLinks = false;

  constructor(paths) {
    for (const path of paths) this.#add(path, lstatSync(path));
  }

  /**
   * Hash of the names and states, and of the content of those that may have changed since without another time.
   * @param read when their content was read: milliseconds since 1970 UTC
   * @returns `undefined` if there is a link, because what it leads to may change
   */
  hash(read) {
    if (this.#hasLinks) return undefined;
    const hash = createHash('sha256').update(this.#paths.join('\0'));
    hash.update(Float64Array.from(this.#states));
    for (const [index, changed] of this.#changed.entries())
      if (changed > read - CLOCK_STEP) hash.update(readFileSync(this.#paths[index]));
    return hash.digest('hex');
  }

  /** @param type of the path: folders give it along with their names, which is faster than asking for it */
  #add(path, type) {
    if (type.isSymbolicLink()) this.#hasLinks = true;
    else if (type.isDirectory()) this.#addBelow(path);
    else this.#addFile(path, lstatSync(path));
  }

  #addBelow(folder) {
    for (const entry of readdirSync(folder, { withFileTypes: true }).toSorted(byName))
      this.#add(`${folder}/${entry.name}`, entry);
  }

  #addFile(path, stats) {
    const { size, mtimeMs, ctimeMs, ino } = stats;
    this.#paths.push(path);
    this.#changed.push(stats.isFile() ? Math.max(mtimeMs, ctimeMs) : NEVER);
    this.#states.push(size, mtimeMs, ctimeMs, ino);
  }
}

/**
 * Whether nothing in a folder was changed, added or removed since then. Systems set the times that this
 * compares themselves, for a folder whenever a name in it changes.
 * @param since milliseconds since 1970 UTC
 */
export function isUntouched(path, since) {
  const stats = lstatSync(path);
  // File systems count parts of milliseconds, the clock does not.
  if (Math.floor(stats.ctimeMs) > since) return false;
  if (!stats.isDirectory()) return true;
  return readdirSync(path).every((name) => isUntouched(`${path}/${name}`, since));
}

/**
 * Name of a state of a file; `undefined` if it may change again without another one.
 * @param now milliseconds since 1970 UTC
 */
export function stateOfFile(path, now = Date.now()) {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  const isRecent = Math.max(mtimeMs, ctimeMs) > now - CLOCK_STEP;
  return isRecent ? undefined : `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

function byName(one, other) {
  return one.name < other.name ? -1 : 1;
}
