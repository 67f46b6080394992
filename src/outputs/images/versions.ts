/** Cache of the smaller versions of images, which encodes those it lacks. */
import { readFileSync } from 'node:fs';
import { Cache, keyOf } from '../../lib/cache.ts';
import { HASHED_FOLDER } from '../../lib/paths.ts';
import type { Purpose, Version } from '../../site/image-model.ts';
import type { EncodedVersion, ImageToEncode } from './encoded-version.ts';
import { RECIPE } from './recipe.ts';
import { cleanSvg } from './svg.ts';

/** All versions of an image for one purpose. */
export interface ImageVersions {
  readonly versions: readonly EncodedVersion[];
  /** Why the image could not be decoded: the end of a sentence. */
  readonly failure: string | undefined;
}

/** Part of the key, and so of published names. */
const PURPOSES: Readonly<Record<Purpose, string>> = {
  column: '',
  row: ' in a row',
  portrait: ' as a portrait',
  wide: ' across the margin',
  full: ' across the screen',
  shown: ' for all browsers',
  preview: ' in a link preview',
  republished: ' as a file',
};

export function versionsKey({ hash, purpose }: Pick<ImageToEncode, 'hash' | 'purpose'>): string {
  return keyOf(`${RECIPE} ${hash}${PURPOSES[purpose]}`);
}

/** Where a version is published, below the site's root. */
export function versionPath(key: string, { width, type, isStill }: Omit<Version, 'path'>): string {
  const suffix = isStill ? '-still' : '';
  return `${HASHED_FOLDER}${key.slice(0, 16)}-${width}${suffix}.${type.slice('image/'.length)}`;
}

export class VersionCache {
  readonly #cache: Cache<ImageVersions>;
  /** How many images had to be encoded. */
  encoded = 0;

  constructor(folder: string) {
    this.#cache = new Cache(folder);
  }

  async load(source: string, image: ImageToEncode): Promise<ImageVersions> {
    const key = keyOf('versions', versionsKey(image));
    const cached = this.#cache.get(key);
    if (cached !== undefined) return cached;
    this.encoded++;
    const versions = await encode(source, image);
    this.#cache.set(key, versions);
    return versions;
  }

  sweep(): void {
    this.#cache.sweep();
  }
}

async function encode(source: string, image: ImageToEncode): Promise<ImageVersions> {
  const { encodeVersions } = await import('./encode.ts').catch((cause: unknown) => {
    const message =
      'The image library sharp cannot be loaded. Run `npm ci` again, or build with --no-images.';
    throw new Error(message, { cause });
  });
  try {
    return { versions: await encodeVersions(bytesOf(source, image), image), failure: undefined };
  } catch (error) {
    // File-system errors have a code; others describe the image.
    if (!(error instanceof Error) || 'code' in error) throw error;
    return { versions: [], failure: error.message.split('\n')[0] };
  }
}

/** The scripts of an SVG, and what it would load from elsewhere, are not for link previews either. */
export function bytesOf(source: string, { type }: Pick<ImageToEncode, 'type'>): Buffer {
  const bytes = readFileSync(source);
  return type === 'svg' ? cleanSvg(bytes).bytes : bytes;
}
