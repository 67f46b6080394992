/** Creates folders, and remembers which exist. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './fs-errors.ts';

export class MkdirCache {
  readonly #known = new Set<string>();

  /** Creates the folder and its parents if they are missing. */
  make(folder: string): void {
    if (this.#known.has(folder)) return;
    // Most folders are missing, and their parents are there.
    if (!makeOne(folder)) {
      // Not `recursive`, which reports ENOENT instead of EROFS on a read-only disk.
      this.make(dirname(folder));
      makeOne(folder);
    }
    this.#known.add(folder);
  }
}

/** @returns `false` if its parent is missing */
function makeOne(folder: string): boolean {
  try {
    mkdirSync(folder);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return false;
    // It is there, perhaps since another thread created it.
    if (code !== 'EEXIST') throw error;
  }
  return true;
}
