/** Writes images and their versions to the output folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Image } from '../../site/image-model.ts';
import { publishedBytes } from './read-image.ts';
import { VersionCache, versionPath, versionsKey } from './versions.ts';

interface ImagesOrder {
  readonly images: readonly Image[];
  /** Folder of the cache. */
  readonly cache: string;
  readonly outputDir: string;
}

/**
 * Writes the versions of every image, and the images that are published without
 * their metadata. Encodes versions again that are no longer in the cache.
 * @param write creates missing folders
 */
export async function writeImages(
  { images, cache, outputDir }: ImagesOrder,
  write: (path: string, content: Buffer) => void,
): Promise<void> {
  const versionCache = new VersionCache(cache);
  const written = new Set<string>();
  for (const image of images) {
    const { source, path, isCleaned, use } = image;
    if (isCleaned) write(join(outputDir, path), publishedBytes(readFileSync(source), source));
    if (use === undefined || image.versions.length === 0) continue;
    const key = versionsKey({ ...image, use });
    if (written.has(key)) continue;
    written.add(key);
    const { versions } = await versionCache.load(source, { ...image, use });
    for (const version of versions)
      write(join(outputDir, versionPath(key, version)), version.content);
  }
}
