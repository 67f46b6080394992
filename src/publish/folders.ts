/** Makes folders, each of them once. */
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from './failure.ts';

export class Folders {
  readonly #made = new Set<string>();

  /** Makes the folder, and those above it, unless they are there. */
  make(folder: string): void {
    if (this.#made.has(folder)) return;
    if (!existsSync(folder)) {
      // Not with `recursive`, which says of a disk that can only be read that the folder is not there.
      this.make(dirname(folder));
      makeOne(folder);
    }
    this.#made.add(folder);
  }
}

function makeOne(folder: string): void {
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another thread may have been faster.
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}
