/** Writes images and their versions to the output folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Image, Purpose } from '../../site/image-model.ts';
import { publishedBytes } from './read-image.ts';
import { VersionCache, versionPath, versionsKey } from './versions.ts';

interface ImagesOrder {
  readonly images: readonly Image[];
  /** Folder of the cache. */
  readonly cache: string;
  readonly outputDir: string;
}

/** Whether a file is not copied, but written with other bytes. */
export function isRewritten({ isCleaned, republished }: Image): boolean {
  return isCleaned || republished !== undefined;
}

/**
 * Writes the versions of every image, and the images whose published bytes differ
 * from the file. Encodes versions again that are no longer in the cache.
 * @param write creates missing folders
 */
export async function writeImages(
  { images, cache, outputDir }: ImagesOrder,
  write: (path: string, content: Buffer) => void,
): Promise<void> {
  const versionCache = new VersionCache(cache);
  const load = async (image: Image, purpose: Purpose) =>
    (await versionCache.load(image.source, { ...image, purpose })).versions;
  const written = new Set<string>();
  for (const image of images) {
    const { source, path, republished } = image;
    if (republished !== undefined) {
      for (const { content } of await load(image, 'republished'))
        write(join(outputDir, path), content);
    } else if (isRewritten(image))
      write(join(outputDir, path), publishedBytes(readFileSync(source), source));
    for (const purpose of purposesOf(image)) {
      const key = versionsKey({ ...image, purpose });
      if (written.has(key)) continue;
      written.add(key);
      for (const version of await load(image, purpose))
        write(join(outputDir, versionPath(key, version)), version.content);
    }
  }
}

/** Of its versions that have an address of their own. */
function purposesOf({ use, versions, shown, preview }: Image): Purpose[] {
  const purposes: Purpose[] = [];
  if (use !== undefined && versions.length > 0) purposes.push(use);
  if (shown !== undefined) purposes.push('shown');
  if (preview !== undefined) purposes.push('preview');
  return purposes;
}
