/**
 * Index of image files, so that unchanged files are not read again. Like Git's
 * index, it compares size, times and inode.
 */
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Store } from '../../lib/store.ts';
import type { ImageInfo, Purpose, Version } from '../../site/image-model.ts';
import { RECIPE } from './recipe.ts';

export interface IndexedImage {
  readonly info: ImageInfo;
  /** Results of the last encoding. */
  readonly encoded: Readonly<Partial<Record<Purpose, Encoded>>>;
}

export interface Encoded {
  /** Why the image could not be decoded. */
  readonly failure: string | undefined;
  readonly versions: readonly Version[];
}

/** Raise the number when images are read in another way, so that all are read again. */
const INDEX = 'image index 4';

/** Milliseconds in which a file may change without a change of its times. */
const CLOCK_STEP = 2000;

export class FileIndex {
  readonly #store: Store<{ readonly state: string; readonly image: IndexedImage }>;

  /**
   * @param folder of the cache
   * @param site tells apart the sites that share a cache: any path of theirs
   */
  constructor(folder: string, site: string) {
    const inputs = [INDEX, RECIPE, resolve(site)];
    this.#store = new Store({ folder, inputs, shards: 1, minimum: 0 });
  }

  /** `undefined` for a file that is new or may have changed. */
  get(file: string): IndexedImage | undefined {
    const entry = this.#store.get(file);
    return entry !== undefined && entry.state === stateOf(file) ? entry.image : undefined;
  }

  /** Adds a file of this build; `save` drops all others. */
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
