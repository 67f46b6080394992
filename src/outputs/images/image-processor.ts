/** Reads the images of a site, and encodes the smaller versions that the cache lacks. */
import { readFileSync } from 'node:fs';
import { CACHE_DIR } from '../../lib/cache.ts';
import type { OwnLimits } from '../../lib/limits.ts';
import { runLimited } from '../../lib/run-limited.ts';
import type { Image, ImageInfo, Purpose, Use, Version } from '../../site/image-model.ts';
import type { ImageToEncode } from './encoded-version.ts';
import { FileIndex, type Encoded, type IndexedImage } from './file-index.ts';
import { findFlaws, pixelsOf, type Flaw } from './flaws.ts';
import { isForBrowsers, purposesOf } from './purposes.ts';
import { isImageName, readImage } from './read-image.ts';
import { LARGE, MAX_PIXELS } from './recipe.ts';
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
  /** Whether link previews show it. */
  readonly isPreview?: boolean;
  /** Whether it is published in full however large it is. */
  readonly keepsSize?: boolean;
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
  /** Photos that are published smaller, and the bytes that this saves. */
  reduced: number;
  saved: number;
}

/** An image of this build; `encoded` is filled meanwhile. */
interface Item {
  readonly file: ImageFile;
  readonly info: ImageInfo | undefined;
  encoded: IndexedImage['encoded'];
}

export class ImageProcessor {
  readonly stats: ImageStats = { encoded: 0, cached: 0, milliseconds: 0, reduced: 0, saved: 0 };
  readonly #options: ImageProcessorOptions;
  readonly #versions: VersionCache;
  /** By key, so that two copies of an image are encoded once. */
  readonly #encoding = new Map<string, Promise<Encoded>>();

  constructor(options: ImageProcessorOptions) {
    this.#options = options;
    this.#versions = new VersionCache(options.cache);
  }

  /** @param site tells apart the sites that share a cache: any path of theirs */
  async prepare(
    files: readonly ImageFile[],
    site: string,
    limits?: OwnLimits,
  ): Promise<PreparedImages> {
    const started = performance.now();
    const { cache, encodes, onProgress } = this.#options;
    const index = new FileIndex(cache, site);
    const items = files.filter(mayBeImage).map((file) => itemOf(file, index, limits));
    const pending = items.flatMap((item) => {
      const { info, file } = item;
      if (!encodes || info === undefined) return [];
      return purposesOf(info, file, limits).map((purpose) => ({ item, info, purpose }));
    });
    const wanted = pending.filter(({ item, purpose }) => item.encoded[purpose] === undefined);
    let done = 0;
    await runLimited(
      wanted,
      async ({ item, info, purpose }) => {
        const encoded = await this.#encode(item.file.source, { ...info, purpose });
        item.encoded = { ...item.encoded, [purpose]: encoded };
        onProgress?.(++done, wanted.length);
      },
      ({ info }) => pixelsOf(info),
      MAX_PIXELS,
    );

    for (const { file, info, encoded } of items)
      if (info !== undefined) index.set(file.source, { info, encoded });
    index.save();
    if (this.#versions.encoded > 0) this.#versions.sweep();
    const images = items.flatMap((item) => imageOf(item, encodes));
    this.#count(images, pending.length, performance.now() - started);
    return { images, flaws: items.flatMap((item) => findFlaws(item, encodes, limits)) };
  }

  #count(images: readonly Image[], encodings: number, milliseconds: number): void {
    const large = images.filter((image) => image.bytes > LARGE && image.republished !== undefined);
    this.stats.encoded = this.#versions.encoded;
    this.stats.cached = encodings - this.stats.encoded;
    this.stats.milliseconds += milliseconds;
    this.stats.reduced = large.length;
    this.stats.saved = large.reduce(
      (sum, { bytes, republished }) => sum + bytes - (republished?.bytes ?? 0),
      0,
    );
  }

  #encode(source: string, image: ImageToEncode): Promise<Encoded> {
    const key = versionsKey(image);
    const encoding =
      this.#encoding.get(key) ??
      this.#versions.load(source, image).then(({ versions, failure }) => ({
        failure,
        versions: versions.map(({ width, height, type, isStill, bytes }) => {
          const version = { width, height, type, isStill, bytes };
          return { ...version, path: versionPath(key, version) };
        }),
      }));
    this.#encoding.set(key, encoding);
    return encoding;
  }
}

/** Browsers show icons, which have no other versions. */
function mayBeImage({ path, use }: ImageFile): boolean {
  return isImageName(path) || (use !== undefined && !/\.(?:ico|cur)$/i.test(path));
}

/** Nothing for a file that is not an image. */
function imageOf({ file, info, encoded }: Item, encodes: boolean): Image[] {
  if (info === undefined) return [];
  const { source, path, use } = file;
  const versionsFor = (purpose: Purpose | undefined): readonly Version[] =>
    (encodes && purpose !== undefined && encoded[purpose]?.versions) || [];
  const [shown] = versionsFor('shown');
  const [preview] = versionsFor('preview');
  const [republished] = versionsFor('republished');
  return [
    {
      ...{ ...info, source, path, use, isForBrowsers: isForBrowsers(info.type) },
      ...{ versions: versionsFor(use), shown, preview, republished },
    },
  ];
}

/** The image with the results of earlier builds. */
function itemOf(file: ImageFile, index: FileIndex, limits: OwnLimits | undefined): Item {
  const { info, encoded } = index.get(file.source) ?? { info: readFile(file), encoded: {} };
  const purposes = info === undefined ? [] : purposesOf(info, file, limits);
  const kept = purposes.flatMap((purpose) => {
    const found = encoded[purpose];
    return found === undefined ? [] : [[purpose, found] as const];
  });
  return { file, info, encoded: Object.fromEntries(kept) };
}

function readFile({ source, isOwn = false }: ImageFile): ImageInfo | undefined {
  try {
    return readImage(readFileSync(source), source, isOwn);
  } catch {
    // It is a flaw.
    return undefined;
  }
}
