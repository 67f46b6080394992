/** Writes images and their versions into the folder of a site. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Cache } from '../../lib/cache.ts';
import { HASHED_FOLDER } from '../../lib/paths.ts';
import { keyOf, packEntry, unpackEntry, versionsOf, type Entry } from './entry.ts';
import type { ImageToMake } from './encode.ts';
import type { Image } from '../../site/image-model.ts';
import { publishedBytes } from './read-image.ts';
import { makeEntry } from './image-processor.ts';

/** What is to be written where; plain data. */
export interface ImagesOrder {
  readonly images: readonly Image[];
  /** Folder of the cache. */
  readonly cache: string;
  readonly outputDir: string;
}

/** What is answered when they are written. */
export interface ImagesWritten {
  readonly imagesWritten: number;
}

/**
 * Writes the versions of every image, and those images that are not copied as
 * they are. What the cache has lost in the meantime is made again.
 */
export async function writeImages({
  images,
  cache: folder,
  outputDir,
}: ImagesOrder): Promise<ImagesWritten> {
  const cache = new Cache(folder);
  mkdirSync(join(outputDir, HASHED_FOLDER), { recursive: true });
  const written = new Set<string>();
  for (const image of images) {
    writeCleaned(image, outputDir);
    const { hash, use, versions } = image;
    if (use === undefined || versions.length === 0) continue;
    const key = keyOf(hash, use);
    if (written.has(key)) continue;
    written.add(key);
    const entry = await entryOf({ ...image, use }, key, cache);
    for (const [index, { path }] of versionsOf(key, entry).entries())
      writeFileSync(join(outputDir, path), entry.made[index]?.content ?? '');
  }
  return { imagesWritten: written.size };
}

function writeCleaned({ source, path, isCleaned }: Image, outputDir: string): void {
  if (!isCleaned) return;
  const target = join(outputDir, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, publishedBytes(readFileSync(source), source));
}

async function entryOf(image: Image & ImageToMake, key: string, cache: Cache): Promise<Entry> {
  const kept = cache.get(key);
  if (kept !== undefined) return unpackEntry(kept);
  const entry = await makeEntry(image.source, image);
  cache.set(key, packEntry(entry));
  return entry;
}
