/** Reads type, size and frames of an image from its bytes, whatever its extension. */
import { createHash } from 'node:crypto';
import type { ImageInfo } from '../../site/image-model.ts';
import { stripMetadata, type Stripped } from './metadata.ts';
import { sizeOf, type Size } from './size.ts';
import { EMPTY_SVG, cleanSvg } from './svg.ts';

const REFUSED: Stripped = { bytes: Buffer.from(EMPTY_SVG), frames: 1, isRefused: true };

/** Names that are read even if no page shows the file, because it may contain metadata. */
const IMAGE_NAME =
  /\.(?:jpe?g|jfif|png|apng|gif|webp|avif|svg|bmp|hei[cf]|tiff?|dng|cr[23]|nef|nrw|arw|orf|rw2|pef|srw|raf|[ixf3]?raw)$/i;

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
  const isTrusted = isOwn && size.type === 'svg';
  const cleaned = isTrusted ? { bytes, frames: 1 } : cleanImage(bytes, size);
  if (cleaned === undefined) return undefined;
  // Exif 2.32, 4.6.4: orientations from 5 on swap the sides.
  const isTurned = size.orientation >= 5;
  return {
    hash: createHash('sha256').update(bytes).digest('hex'),
    type: size.type,
    width: isTurned ? size.height : size.width,
    height: isTurned ? size.width : size.height,
    orientation: size.orientation,
    frames: Math.max(1, cleaned.frames),
    isCleaned: cleaned.bytes !== bytes,
    ...(cleaned.isRefused === true && { isRefused: true }),
    bytes: cleaned.bytes.length,
  };
}

/** The published bytes of an image: without metadata or scripts. */
export function publishedBytes(bytes: Buffer, name: string): Buffer {
  const size = sizeOf(bytes, name);
  return (size && cleanImage(bytes, size)?.bytes) ?? bytes;
}

function cleanImage(bytes: Buffer, { type, orientation }: Size): Stripped | undefined {
  try {
    return type === 'svg' ? cleanDrawing(bytes) : stripMetadata(bytes, type, orientation);
  } catch {
    // Never the file as it is: browsers run the scripts of an SVG.
    if (type === 'svg') return REFUSED;
    // A length field points past the end of the file.
    return undefined;
  }
}

function cleanDrawing(bytes: Buffer): Stripped {
  const text = bytes.toString('utf8');
  const clean = cleanSvg(text);
  if (clean === undefined) return REFUSED;
  return { bytes: clean === text ? bytes : Buffer.from(clean), frames: 1 };
}
