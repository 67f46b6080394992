/** The smaller versions of images, from the cache or made. */
import { readFileSync } from 'node:fs';
import { Cache, keyOf } from '../../lib/cache.ts';
import { HASHED_FOLDER } from '../../lib/paths.ts';
import type { Use, Version } from '../../site/image-model.ts';
import type { ImageToMake, Made } from './encode.ts';
import { RECIPE } from './recipe.ts';

/** All versions of an image for one use. */
export interface ImageVersions {
  readonly made: readonly Made[];
  /** Why the image could not be read: the end of a sentence. */
  readonly failure: string | undefined;
}

const USES: Readonly<Record<Use, string>> = {
  column: '',
  row: ' in a row',
  portrait: ' as a portrait',
};

/** @param hash of the image */
export function versionsKey({ hash, use }: Pick<ImageToMake, 'hash' | 'use'>): string {
  return keyOf(`${RECIPE} ${hash}${USES[use]}`);
}

/** Where a version is published, below the site's root. */
export function versionPath(key: string, { width, type, isStill }: Omit<Version, 'path'>): string {
  const suffix = isStill ? '-still' : '';
  return `${HASHED_FOLDER}${key.slice(0, 16)}-${width}${suffix}.${type.slice('image/'.length)}`;
}

export class VersionCache {
  readonly #cache: Cache<ImageVersions>;
  /** How many images had to be encoded. */
  made = 0;

  constructor(folder: string) {
    this.#cache = new Cache(folder);
  }

  async load(source: string, image: ImageToMake): Promise<ImageVersions> {
    const key = versionsKey(image);
    const cached = this.#cache.get(key);
    if (cached !== undefined) return cached;
    this.made++;
    const versions = await encode(source, image);
    this.#cache.set(key, versions);
    return versions;
  }

  sweep(): void {
    this.#cache.sweep();
  }
}

async function encode(source: string, image: ImageToMake): Promise<ImageVersions> {
  const { makeVersions } = await loadEncoder();
  try {
    return { made: await makeVersions(readFileSync(source), image), failure: undefined };
  } catch (error) {
    // Errors of the system have a code; others say what is wrong with the image.
    if (!(error instanceof Error) || 'code' in error) throw error;
    return { made: [], failure: error.message.split('\n')[0] };
  }
}

async function loadEncoder() {
  try {
    return await import('./encode.ts');
  } catch (error) {
    throw new Error(
      'The library that makes images smaller cannot be loaded. Run `npm ci` again, or build with --no-images.',
      { cause: error },
    );
  }
}
