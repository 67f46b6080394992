/** Writes images and their versions into the folder of a site. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Cache } from '../cache.ts';
import { keyOf, packEntry, unpackEntry, versionsOf, type Entry } from './entry.ts';
import { HASHED, type Image } from './image.ts';
import { publishedBytes } from './read-image.ts';
import { makeEntry } from './workshop.ts';

/** What is to be written where; plain data. */
export interface ImagesOrder {
  readonly images: readonly Image[];
  /** Folder of the cache. */
  readonly cache: string;
  readonly outputDir: string;
}

/**
 * Writes the versions of every image, and those images that are not copied as
 * they are. What the cache has lost in the meantime is made again.
 */
export async function writeImages({ images, cache: folder, outputDir }: ImagesOrder): Promise<void> {
  const cache = new Cache(folder);
  mkdirSync(join(outputDir, HASHED), { recursive: true });
  const written = new Set<string>();
  for (const image of images) {
    writeCleaned(image, outputDir);
    const key = keyOf(image.hash);
    if (image.versions.length === 0 || written.has(key)) continue;
    written.add(key);
    const entry = await entryOf(image, key, cache);
    for (const [index, { name }] of versionsOf(key, entry).entries())
      writeFileSync(join(outputDir, HASHED, name), entry.made[index]?.content ?? '');
  }
}

function writeCleaned(image: Image, outputDir: string): void {
  if (!image.isCleaned && image.trueName === undefined) return;
  const bytes = publishedBytes(readFileSync(image.source), image.source);
  if (image.trueName !== undefined) writeFileSync(join(outputDir, HASHED, image.trueName), bytes);
  if (!image.isCleaned) return;
  const target = join(outputDir, image.path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
}

async function entryOf(image: Image, key: string, cache: Cache): Promise<Entry> {
  const kept = cache.get(key);
  if (kept !== undefined) return unpackEntry(kept);
  const entry = await makeEntry(image.source, image);
  cache.set(key, packEntry(entry));
  return entry;
}
