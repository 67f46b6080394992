/**
 * Index of image files: what their bytes said at the last build. Like Git's
 * index, it takes a file as unchanged while its size, times and inode are.
 */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Store } from '../../lib/store.ts';
import type { ImageFacts, Use, Version } from '../../site/image-model.ts';
import { RECIPE } from './recipe.ts';

/** What is known of an image file. */
export interface IndexedImage {
  readonly facts: ImageFacts;
  /** Its versions for the use that it had last, if they were made. */
  readonly made?: {
    readonly use: Use;
    readonly failure: string | undefined;
    readonly versions: readonly Version[];
  };
}

/** Milliseconds within which a file may change without getting another time. */
const CLOCK_STEP = 2000;

export class FileIndex {
  readonly #store: Store<{ readonly state: string; readonly image: IndexedImage }>;

  /**
   * @param folder of the cache
   * @param site tells apart the sites that share a cache: any path of theirs
   */
  constructor(folder: string, site: string) {
    const inputs = ['file index', RECIPE, resolve(site)];
    this.#store = new Store({ folder, inputs, shards: 1, minimum: 0 });
  }

  /** `undefined` for a file that is new or may have changed. */
  get(file: string): IndexedImage | undefined {
    const entry = this.#store.get(file);
    return entry !== undefined && entry.state === stateOf(file) ? entry.image : undefined;
  }

  /** Adds a file that exists at this build; all others are dropped by `save`. */
  set(file: string, image: IndexedImage): void {
    const state = stateOf(file);
    if (state === undefined) return;
    const entry = this.#store.get(file);
    const isSame = entry?.state === state && entry.image === image;
    this.#store.set(file, isSame ? entry : { state, image });
  }

  save(): void {
    this.#store.save();
  }
}

/** Changes with the file; `undefined` while a change could go unnoticed. */
function stateOf(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  const { size, mtimeMs, ctimeMs, ino } = stats;
  if (Date.now() - Math.max(mtimeMs, ctimeMs) < CLOCK_STEP) return undefined;
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}
