/** What the bytes of an image file say of it, whatever its name ends in. */
import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';
import type { ImageFacts, ImageType } from '../../site/image-model.ts';
import { stripMetadata, type Stripped } from './metadata.ts';
import { cleanSvg } from './svg.ts';

/** Names that images have. */
const IMAGE_NAME = /\.(?:jpe?g|jfif|png|apng|gif|webp|avif|svg)$/i;

export function isImageName(path: string): boolean {
  return IMAGE_NAME.test(path);
}

const TYPES: ReadonlySet<string> = new Set(['jpg', 'png', 'gif', 'webp', 'avif', 'svg']);

/**
 * @param name of the file, which matters for drawings alone: what has such a name must not run as one
 * @param isOwn whether it is a drawing of the design, which is left as it is
 * @returns `undefined` for what is no image that browsers show
 */
export function readImage(bytes: Buffer, name: string, isOwn: boolean): ImageFacts | undefined {
  const size = sizeOf(bytes, name);
  if (size === undefined) return undefined;
  const isKept = isOwn && size.type === 'svg';
  const cleaned = isKept ? { bytes, frames: 1 } : cleanImage(bytes, size);
  if (cleaned === undefined) return undefined;
  // From 5 on, a photograph lies on its side. Exif 2.32, 4.6.4
  const isTurned = size.orientation >= 5;
  return {
    hash: createHash('sha256').update(bytes).digest('hex'),
    type: size.type,
    width: isTurned ? size.height : size.width,
    height: isTurned ? size.width : size.height,
    frames: Math.max(1, cleaned.frames),
    isCleaned: cleaned.bytes !== bytes,
    bytes: cleaned.bytes.length,
  };
}

/** The bytes of an image that are published. */
export function publishedBytes(bytes: Buffer, name: string): Buffer {
  const size = sizeOf(bytes, name);
  return (size && cleanImage(bytes, size)?.bytes) ?? bytes;
}

interface Size {
  readonly type: ImageType;
  readonly width: number;
  readonly height: number;
  readonly orientation: number;
}

function sizeOf(bytes: Buffer, name: string): Size | undefined {
  try {
    const { type = '', width, height, orientation = 1 } = imageSize(bytes);
    if (isImageType(type))
      return { type, width: Math.round(width), height: Math.round(height), orientation };
  } catch {
    // What the parser can make nothing of is no image.
  }
  return /\.svg$/i.test(name) ? { type: 'svg', width: 0, height: 0, orientation: 1 } : undefined;
}

function isImageType(type: string): type is ImageType {
  return TYPES.has(type);
}

function cleanImage(bytes: Buffer, { type, orientation }: Size): Stripped | undefined {
  try {
    if (type !== 'svg') return stripMetadata(bytes, type, orientation);
    const text = bytes.toString('utf8');
    const clean = cleanSvg(text);
    return { bytes: clean === text ? bytes : Buffer.from(clean), frames: 1 };
  } catch {
    // A length in it leads out of the file.
    return undefined;
  }
}
