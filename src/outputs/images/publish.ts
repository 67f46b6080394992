/** Writes images and their versions into the folder of a site. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Image } from '../../site/image-model.ts';
import { publishedBytes } from './read-image.ts';
import { VersionCache, versionPath, versionsKey } from './versions.ts';

/**
 * Task: writes the versions of every image, and the images that are not copied
 * as they are. Versions that the cache has lost since are made again.
 */
export async function writeImages({
  images,
  cache,
  outputDir,
}: {
  readonly images: readonly Image[];
  /** Folder of the cache. */
  readonly cache: string;
  readonly outputDir: string;
}): Promise<void> {
  const versionCache = new VersionCache(cache);
  const written = new Set<string>();
  for (const image of images) {
    const { source, path, isCleaned, use, versions } = image;
    if (isCleaned) write(join(outputDir, path), publishedBytes(readFileSync(source), source));
    if (use === undefined || versions.length === 0) continue;
    const key = versionsKey({ ...image, use });
    if (written.has(key)) continue;
    written.add(key);
    const { made } = await versionCache.load(source, { ...image, use });
    for (const version of made) write(join(outputDir, versionPath(key, version)), version.content);
  }
}

function write(file: string, content: Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
