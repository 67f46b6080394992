/** Reads the images of a site, and makes the smaller versions that the cache lacks. */
import { readFileSync } from 'node:fs';
import { CACHE_DIR } from '../../lib/cache.ts';
import type { Image, Use } from '../../site/image-model.ts';
import type { ImageToMake } from './encode.ts';
import { FileIndex, type IndexedImage } from './file-index.ts';
import { findFlaws, isTooLarge, pixelsOf, type Flaw } from './flaws.ts';
import { isImageName, readImage } from './read-image.ts';
import { MOST_PIXELS } from './recipe.ts';
import { runLimited } from './run-limited.ts';
import { VersionCache, versionPath, versionsKey } from './versions.ts';

/** Default folder of the cache. */
export const CACHE = `${CACHE_DIR}/images`;

export interface ImageProcessorOptions {
  /** Folder of the cache. */
  readonly cache: string;
  /** Whether to make smaller versions. */
  readonly makes: boolean;
  /** Receives how many images are done, and how many there are. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** A file that is published. */
export interface ImageFile {
  readonly source: string;
  /** Below the site's root, decoded. */
  readonly path: string;
  /** Absent when no page shows it. */
  readonly use: Use | undefined;
  /** Whether it belongs to the design, whose drawings are left as they are. */
  readonly isOwn?: boolean;
}

/** The images among the files. */
export interface Prepared {
  readonly images: readonly Image[];
  readonly flaws: readonly Flaw[];
}

/** How many images got their versions from the encoder and how many from the cache. */
export interface ImageStats {
  made: number;
  cached: number;
  milliseconds: number;
}

type Made = NonNullable<IndexedImage['made']>;

export class ImageProcessor {
  readonly stats: ImageStats = { made: 0, cached: 0, milliseconds: 0 };
  readonly #options: ImageProcessorOptions;
  readonly #versions: VersionCache;
  /** By key, so that two copies of an image are encoded once. */
  readonly #made = new Map<string, Promise<Made>>();

  constructor(options: ImageProcessorOptions) {
    this.#options = options;
    this.#versions = new VersionCache(options.cache);
  }

  /** @param site tells apart the sites that share a cache: any path of theirs */
  async prepare(files: readonly ImageFile[], site: string): Promise<Prepared> {
    const started = performance.now();
    const { cache, onProgress } = this.#options;
    const index = new FileIndex(cache, site);
    const found = files
      .filter(({ path }) => isImageName(path))
      .map((file) => ({ file, image: index.get(file.source) ?? readFile(file) }));

    const due = found.flatMap((item) => {
      const { image } = item;
      const { use } = item.file;
      const isDue = image !== undefined && use !== undefined && this.#isDue(item.file, image);
      return isDue ? [{ item, use, image }] : [];
    });
    let done = 0;
    await runLimited(
      due,
      ({ image }) => pixelsOf(image.facts),
      MOST_PIXELS,
      async ({ item, use, image: { facts } }) => {
        item.image = { facts, made: await this.#make(item.file.source, { ...facts, use }) };
        onProgress?.(++done, due.length);
      },
    );

    for (const { file, image } of found) if (image !== undefined) index.set(file.source, image);
    index.save();
    if (this.#versions.made > 0) this.#versions.sweep();
    const ready = found.map(({ file, image }) => {
      return { file, facts: image?.facts, made: this.#madeFor(file, image) };
    });
    this.stats.made = this.#versions.made;
    this.stats.cached = ready.filter(({ made }) => made !== undefined).length - this.stats.made;
    this.stats.milliseconds += performance.now() - started;
    return {
      images: ready.flatMap(({ file: { source, path, use }, facts, made }) =>
        facts === undefined ? [] : { ...facts, source, path, use, versions: made?.versions ?? [] },
      ),
      flaws: ready.flatMap(({ file: { source, path }, facts, made }) =>
        findFlaws(source, path, facts, made?.failure),
      ),
    };
  }

  #isDue(file: ImageFile, image: IndexedImage): boolean {
    if (!this.#options.makes || this.#madeFor(file, image) !== undefined) return false;
    return image.facts.type !== 'svg' && !isTooLarge(image.facts);
  }

  #make(source: string, image: ImageToMake): Promise<Made> {
    const key = versionsKey(image);
    const { use } = image;
    const making =
      this.#made.get(key) ??
      this.#versions.load(source, image).then(({ made, failure }) => {
        const versions = made.map(({ width, type, isStill, bytes }) => {
          const version = { width, type, isStill, bytes };
          return { ...version, path: versionPath(key, version) };
        });
        return { use, failure, versions };
      });
    this.#made.set(key, making);
    return making;
  }

  /** The versions for the present use of the image, if they are wanted and known. */
  #madeFor({ use }: ImageFile, image: IndexedImage | undefined): Made | undefined {
    return this.#options.makes && image?.made?.use === use ? image?.made : undefined;
  }
}

function readFile({ source, isOwn = false }: ImageFile): IndexedImage | undefined {
  try {
    const facts = readImage(readFileSync(source), source, isOwn);
    return facts && { facts };
  } catch {
    // Copying the file reports what is wrong with it.
    return undefined;
  }
}
