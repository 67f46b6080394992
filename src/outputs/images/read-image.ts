/** Reads type, size and frames of an image from its bytes, whatever its extension. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { ImageInfo } from '../../site/image-model.ts';
import { stripMetadata, type Stripped } from './metadata.ts';
import { sizeOf, svgSize, type Size } from './size.ts';
import { cleanSvg } from './svg.ts';

/** Names that are read even if no page shows the file, because it may contain metadata. */
const IMAGE_NAME =
  /\.(?:jpe?g|jfif|png|apng|gif|webp|avif|svgz?|bmp|hei[cf]|tiff?|dng|cr[23]|nef|nrw|arw|orf|rw2|pef|srw|raf|[ixf3]?raw)$/i;

export function isImageName(path: string): boolean {
  return IMAGE_NAME.test(path);
}

/**
 * @param name of the file: browsers run the scripts of any file named `.svg`
 * @param isOwn whether it belongs to the site's design; its SVGs are trusted
 * @returns `undefined` for a file that is not an image
 */
export function readImage(bytes: Buffer, name: string, isOwn: boolean): ImageInfo | undefined {
  const size = sizeOf(bytes, name);
  if (size === undefined) return undefined;
  if (size.type === 'svg') return readSvg(bytes, isOwn);
  const cleaned = cleanImage(bytes, size);
  if (cleaned === undefined) return undefined;
  // Exif 2.32, 4.6.4: orientations from 5 on swap the sides.
  const isTurned = size.orientation >= 5;
  return {
    hash: hashOf(bytes),
    type: size.type,
    width: isTurned ? size.height : size.width,
    height: isTurned ? size.width : size.height,
    orientation: size.orientation,
    frames: Math.max(1, cleaned.frames),
    isCleaned: cleaned.bytes !== bytes,
    bytes: cleaned.bytes.length,
  };
}

/** @param isOwn whether it is published as it is */
function readSvg(bytes: Buffer, isOwn: boolean): ImageInfo {
  const { bytes: clean, attributes, refusal } = cleanSvg(bytes);
  const published = isOwn ? bytes : clean;
  return {
    ...{ hash: hashOf(bytes), type: 'svg', ...svgSize(attributes), orientation: 1, frames: 1 },
    ...{ isCleaned: published !== bytes, bytes: published.length },
    ...(refusal === undefined || isOwn ? {} : { refusal }),
  };
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The published bytes of an image: without metadata or scripts. */
export function publishedBytes(bytes: Buffer, name: string): Buffer {
  const size = sizeOf(bytes, name);
  if (size?.type === 'svg') {
    const clean = cleanSvg(bytes).bytes;
    return clean !== bytes && /z$/i.test(name) ? gzipSync(clean) : clean;
  }
  return (size && cleanImage(bytes, size)?.bytes) ?? bytes;
}

function cleanImage(bytes: Buffer, { type, orientation }: Size): Stripped | undefined {
  try {
    return stripMetadata(bytes, type, orientation);
  } catch {
    // A length field points past the end of the file.
    return undefined;
  }
}
