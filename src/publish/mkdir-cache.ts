/** Creates folders, and remembers which exist. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './fs-errors.ts';

export class MkdirCache {
  readonly #known = new Set<string>();

  /** Creates the folder and its parents if they are missing. */
  make(folder: string): void {
    if (this.#known.has(folder)) return;
    if (!existsSync(folder)) {
      // Not `recursive`, which reports ENOENT instead of EROFS on a read-only disk.
      this.make(dirname(folder));
      makeOne(folder);
    }
    this.#known.add(folder);
  }
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another thread created it first.
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}
