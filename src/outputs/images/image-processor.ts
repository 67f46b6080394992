/** Finds out what the site's images are, and has their smaller versions made where the cache has none. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { CACHE_DIR, Cache } from '../../lib/cache.ts';
import type { ImageToMake } from './encode.ts';
import { keyOf, packEntry, unpackEntry, versionsOf, type Entry } from './entry.ts';
import type { Image, ImageFacts, ImageType, Use } from '../../site/image-model.ts';
import { FileIndex, type Row } from './file-index.ts';
import { isImageName, readImage } from './read-image.ts';
import { MOST_PIXELS } from './recipe.ts';

/** Folder of the cache when none is named. */
export const CACHE = `${CACHE_DIR}/images`;

export interface ImageProcessorOptions {
  /** Folder of the cache. */
  readonly cache: string;
  /** Whether to make smaller versions. */
  readonly makes: boolean;
  /** Told how many images have been looked at, and of how many. */
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

/** What keeps an image from being shown as it should. */
export interface Flaw {
  readonly source: string;
  readonly kind: 'damaged' | 'too-large' | 'misnamed';
  /** Why, or the type that it has: a part of a sentence. */
  readonly detail: string;
}

/** The images among the files. */
export interface Prepared {
  readonly images: readonly Image[];
  readonly flaws: readonly Flaw[];
}

/** What the work on images came to. */
export interface Effort {
  /** Images whose versions were made, and those for which the cache had them. */
  made: number;
  kept: number;
  milliseconds: number;
}

export class ImageProcessor {
  readonly effort: Effort = { made: 0, kept: 0, milliseconds: 0 };
  readonly #options: ImageProcessorOptions;
  readonly #cache: Cache;
  readonly #entries = new Map<string, Promise<Entry>>();

  constructor(options: ImageProcessorOptions) {
    this.#options = options;
    this.#cache = new Cache(options.cache);
  }

  /** Folder of the cache. */
  get cache(): string {
    return this.#options.cache;
  }

  /** @param site tells apart the sites that share a cache: any path of theirs */
  async prepare(files: readonly ImageFile[], site: string): Promise<Prepared> {
    const started = performance.now();
    const fileIndex = new FileIndex(this.#cache, site);
    const named = files.filter(({ path }) => isImageName(path));
    const found = named.map((file) => ({ file, row: this.#look(file, fileIndex) }));
    const due = found.filter(({ file, row }) => row !== undefined && this.#isDue(file, row));
    let done = 0;
    await inTurn(
      due,
      ({ row }) => (row === undefined ? 0 : pixelsOf(row.facts)),
      async (item) => {
        if (item.row !== undefined) item.row = await this.#withVersions(item.file, item.row);
        this.#options.onProgress?.(++done, due.length);
      },
    );
    for (const { file, row } of found) if (row !== undefined) fileIndex.set(file.source, row);
    fileIndex.save();
    if (this.effort.made > 0) this.#cache.sweep();
    const prepared = found.map(({ file, row }) => this.#present(file, row));
    this.effort.kept =
      found.filter(({ file, row }) => this.#madeFor(file, row) !== undefined).length -
      this.effort.made;
    this.effort.milliseconds += performance.now() - started;
    return {
      images: prepared.flatMap(({ image }) => image ?? []),
      flaws: prepared.flatMap(({ flaws }) => flaws),
    };
  }

  #look({ source, isOwn = false }: ImageFile, fileIndex: FileIndex): Row | undefined {
    const known = fileIndex.get(source);
    if (known !== undefined) return known;
    const bytes = readIfPossible(source);
    const facts = bytes && readImage(bytes, source, isOwn);
    return facts && { facts };
  }

  #isDue(file: ImageFile, row: Row): boolean {
    if (!this.#options.makes || file.use === undefined) return false;
    if (this.#madeFor(file, row) !== undefined) return false;
    return row.facts.type !== 'svg' && !isTooLarge(row.facts);
  }

  async #withVersions({ source, use }: ImageFile, row: Row): Promise<Row> {
    if (use === undefined) return row;
    const { facts } = row;
    const key = keyOf(facts.hash, use);
    const entry = this.#entries.get(key) ?? this.#entry(key, source, { ...facts, use });
    this.#entries.set(key, entry);
    const { made, failure } = await entry;
    return { facts, made: { use, failure, versions: versionsOf(key, { made }) } };
  }

  async #entry(key: string, source: string, facts: ImageToMake): Promise<Entry> {
    const kept = this.#cache.get(key);
    if (kept !== undefined) return withoutContent(unpackEntry(kept));
    this.effort.made++;
    const entry = await makeEntry(source, facts);
    this.#cache.set(key, packEntry(entry));
    return withoutContent(entry);
  }

  /** What was made, if anybody wants it now. */
  #madeFor({ use }: ImageFile, row: Row | undefined): Row['made'] {
    return this.#options.makes && row?.made?.use === use ? row?.made : undefined;
  }

  #present(file: ImageFile, row: Row | undefined): { image?: Image; flaws: Flaw[] } {
    const { source, path, use } = file;
    if (row === undefined)
      return { flaws: [{ source, kind: 'damaged', detail: 'it is no image that browsers show' }] };
    const { facts } = row;
    const { failure, versions = [] } = this.#madeFor(file, row) ?? {};
    const flaws: Flaw[] = [];
    if (!ENDINGS[facts.type].test(path))
      flaws.push({ source, kind: 'misnamed', detail: facts.type });
    if (isTooLarge(facts)) flaws.push({ source, kind: 'too-large', detail: sizeText(facts) });
    if (failure !== undefined) flaws.push({ source, kind: 'damaged', detail: failure });
    return { image: { ...facts, source, path, use, versions }, flaws };
  }
}

/** Makes what the cache should have. */
export async function makeEntry(source: string, facts: ImageToMake): Promise<Entry> {
  const { makeVersions } = await loadEncoder();
  try {
    return { made: await makeVersions(readFileSync(source), facts), failure: undefined };
  } catch (error) {
    // What the system lacks is no fault of the image.
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

const ENDINGS: Readonly<Record<ImageType, RegExp>> = {
  jpg: /\.(?:jpe?g|jfif)$/i,
  png: /\.a?png$/i,
  gif: /\.gif$/i,
  webp: /\.webp$/i,
  avif: /\.avif$/i,
  svg: /\.svg$/i,
};

function isTooLarge(facts: ImageFacts): boolean {
  return facts.type !== 'svg' && pixelsOf(facts) > MOST_PIXELS;
}

function pixelsOf({ width, height, frames }: ImageFacts): number {
  return width * height * frames;
}

function sizeText({ width, height, frames }: ImageFacts): string {
  return `${frames > 1 ? `${frames} × ` : ''}${width} × ${height}`;
}

function withoutContent({ made, failure }: Entry): Entry {
  return { made: made.map((version) => ({ ...version, content: NOTHING })), failure };
}

const NOTHING = Buffer.alloc(0);

function readIfPossible(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    // Whoever copies the file says what is wrong with it.
    return undefined;
  }
}

/** Pixels that several images at once may have. */
const PIXELS_AT_ONCE = MOST_PIXELS;

/** Works on as many items at once as there are processors and memory for, the largest first. */
async function inTurn<Item>(
  items: readonly Item[],
  sizeOf: (item: Item) => number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const running = new Set<Promise<void>>();
  let pixels = 0;
  for (const item of waiting) {
    while (
      running.size >= availableParallelism() ||
      (running.size > 0 && pixels + sizeOf(item) > PIXELS_AT_ONCE)
    )
      await Promise.race(running);
    pixels += sizeOf(item);
    const task: Promise<void> = work(item).finally(() => {
      pixels -= sizeOf(item);
      running.delete(task);
    });
    running.add(task);
  }
  await Promise.all(running);
}
