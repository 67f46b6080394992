/** Reads the images of a site, and encodes the smaller versions that the cache lacks. */
import { readFileSync } from 'node:fs';
import { CACHE_DIR } from '../../lib/cache.ts';
import { runLimited } from '../../lib/run-limited.ts';
import type { Image, Use } from '../../site/image-model.ts';
import type { ImageToEncode } from './encode.ts';
import { FileIndex, type IndexedImage } from './file-index.ts';
import { findFlaws, isTooLarge, pixelsOf, type Flaw } from './flaws.ts';
import { isImageName, readImage } from './read-image.ts';
import { MAX_PIXELS } from './recipe.ts';
import { VersionCache, versionPath, versionsKey } from './versions.ts';

/** Default folder of the cache. */
export const CACHE = `${CACHE_DIR}/images`;

export interface ImageProcessorOptions {
  /** Folder of the cache. */
  readonly cache: string;
  /** Whether to encode smaller versions. */
  readonly encodes: boolean;
  /** Receives how many images are encoded, and how many have to be. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** A file that is published. */
export interface ImageFile {
  readonly source: string;
  /** Below the site's root, decoded. */
  readonly path: string;
  /** Absent if no page shows it. */
  readonly use: Use | undefined;
  /** Whether it belongs to the site's design; its SVGs are trusted. */
  readonly isOwn?: boolean;
}

/** The images among the files. */
export interface PreparedImages {
  readonly images: readonly Image[];
  readonly flaws: readonly Flaw[];
}

export interface ImageStats {
  encoded: number;
  cached: number;
  milliseconds: number;
}

type Encoded = NonNullable<IndexedImage['encoded']>;

export class ImageProcessor {
  readonly stats: ImageStats = { encoded: 0, cached: 0, milliseconds: 0 };
  readonly #options: ImageProcessorOptions;
  readonly #versions: VersionCache;
  /** By key, so that two copies of an image are encoded once. */
  readonly #encoding = new Map<string, Promise<Encoded>>();

  constructor(options: ImageProcessorOptions) {
    this.#options = options;
    this.#versions = new VersionCache(options.cache);
  }

  /** @param site tells apart the sites that share a cache: any path of theirs */
  async prepare(files: readonly ImageFile[], site: string): Promise<PreparedImages> {
    const started = performance.now();
    const { cache, encodes, onProgress } = this.#options;
    const index = new FileIndex(cache, site);
    const items = files
      .filter(({ path }) => isImageName(path))
      .map((file) => ({ file, image: index.get(file.source) ?? readFile(file) }));

    const pending = items.flatMap((item) => {
      const { file, image } = item;
      if (!encodes || image === undefined || file.use === undefined) return [];
      const { info, encoded } = image;
      if (encoded?.use === file.use || info.type === 'svg' || isTooLarge(info)) return [];
      return [{ item, info, use: file.use }];
    });
    let done = 0;
    await runLimited(
      pending,
      async ({ item, info, use }) => {
        item.image = { info, encoded: await this.#encode(item.file.source, { ...info, use }) };
        onProgress?.(++done, pending.length);
      },
      ({ info }) => pixelsOf(info),
      MAX_PIXELS,
    );

    for (const { file, image } of items) if (image !== undefined) index.set(file.source, image);
    index.save();
    if (this.#versions.encoded > 0) this.#versions.sweep();
    // The index may hold versions for an earlier use.
    const results = items.map(({ file, image }) => ({
      file,
      info: image?.info,
      encoded: encodes && image?.encoded?.use === file.use ? image?.encoded : undefined,
    }));
    this.stats.encoded = this.#versions.encoded;
    this.stats.cached = results.filter(({ encoded }) => encoded).length - this.stats.encoded;
    this.stats.milliseconds += performance.now() - started;
    return {
      images: results.flatMap(({ file: { source, path, use }, info, encoded }) =>
        info === undefined ? [] : { ...info, source, path, use, versions: encoded?.versions ?? [] },
      ),
      flaws: results.flatMap(({ file, info, encoded }) => findFlaws(file, info, encoded?.failure)),
    };
  }

  #encode(source: string, image: ImageToEncode): Promise<Encoded> {
    const key = versionsKey(image);
    const encoding =
      this.#encoding.get(key) ??
      this.#versions.load(source, image).then(({ versions, failure }) => ({
        use: image.use,
        failure,
        versions: versions.map(({ width, type, isStill, bytes }) => {
          const version = { width, type, isStill, bytes };
          return { ...version, path: versionPath(key, version) };
        }),
      }));
    this.#encoding.set(key, encoding);
    return encoding;
  }
}

function readFile({ source, isOwn = false }: ImageFile): IndexedImage | undefined {
  try {
    const info = readImage(readFileSync(source), source, isOwn);
    return info && { info };
  } catch {
    // Copying the file reports the error.
    return undefined;
  }
}
