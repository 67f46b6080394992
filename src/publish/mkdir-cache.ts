/** Creates folders, and remembers which exist. */
import { makeFolder } from '../lib/make-folder.mjs';

export class MkdirCache {
  readonly #known = new Set<string>();

  /** Creates the folder and its parents if they are missing. */
  make(folder: string): void {
    if (this.#known.has(folder)) return;
    makeFolder(folder);
    this.#known.add(folder);
  }
}
