/** Writes images and their versions to the output folder. */
import { readFileSync } from 'node:fs';
import type { Image, Purpose } from '../../site/image-model.ts';
import { publishedBytes } from './read-image.ts';
import { VersionCache, versionPath, versionsKey } from './versions.ts';

interface ImagesOrder {
  readonly images: readonly Image[];
  /** Folder of the cache. */
  readonly cache: string;
  /** Paths of files that are there already, below the site's root. */
  readonly present?: ReadonlySet<string>;
}

/** Paths of the files that are written for an image, each with all that its bytes depend on. */
export function imageFiles(image: Image): (readonly [path: string, inputs: string])[] {
  const { path, hash, isCleaned, republished, versions, shown, preview } = image;
  const own = republished === undefined ? 'cleaned' : republished.path;
  const others = [...versions, shown, preview].flatMap((version) => version?.path ?? []);
  return [
    ...(isCleaned || republished !== undefined ? [[path, `${own} ${hash}`] as const] : []),
    // Their names hold a hash of all that they are made from.
    ...others.map((other) => [other, ''] as const),
  ];
}

/** Whether a file is not copied, but written with other bytes. */
export function isRewritten({ isCleaned, republished }: Image): boolean {
  return isCleaned || republished !== undefined;
}

/**
 * Writes the versions of every image, and the images whose published bytes differ
 * from the file. Encodes versions again that are no longer in the cache.
 * @param write receives a path below the site's root
 */
export async function writeImages(
  { images, cache, present = new Set() }: ImagesOrder,
  write: (path: string, content: Buffer) => void,
): Promise<void> {
  const add = (path: string, content: Buffer): void => {
    if (!present.has(path)) write(path, content);
  };
  const versionCache = new VersionCache(cache);
  const load = async (image: Image, purpose: Purpose) =>
    (await versionCache.load(image.source, { ...image, purpose })).versions;
  const written = new Set<string>();
  for (const image of images) {
    if (imageFiles(image).every(([file]) => present.has(file))) continue;
    const { source, path, republished } = image;
    if (republished !== undefined) {
      for (const { content } of await load(image, 'republished')) add(path, content);
    } else if (isRewritten(image)) add(path, publishedBytes(readFileSync(source), source));
    for (const purpose of purposesOf(image)) {
      const key = versionsKey({ ...image, purpose });
      if (written.has(key)) continue;
      written.add(key);
      for (const version of await load(image, purpose))
        add(versionPath(key, version), version.content);
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
