/** Removes metadata from image files, such as places, cameras and names, without re-encoding pixels. */
import type { ImageType } from '../../site/image-model.ts';
import type { Chunks } from './formats/chunks.ts';
import { stripGif } from './formats/gif.ts';
import { cleanHeif, isSequence } from './formats/heif.ts';
import { stripJpeg } from './formats/jpeg.ts';
import { stripPng } from './formats/png.ts';
import { cleanTiff, isTiff } from './formats/tiff.ts';
import { stripWebp } from './formats/webp.ts';

export interface Stripped {
  /** The same object if there was no metadata. */
  readonly bytes: Buffer;
  readonly frames: number;
}

/**
 * @param orientation of a JPEG or PNG (Exif, 1 to 8), which is kept
 * @throws if the structure of the file is damaged
 */
export function stripMetadata(bytes: Buffer, type: ImageType, orientation: number): Stripped {
  const stripped = STRIPPERS[type]?.(bytes, orientation);
  if (stripped === undefined) return { bytes, frames: 1 };
  const result = Buffer.concat(stripped.chunks);
  return { bytes: result.equals(bytes) ? bytes : result, frames: stripped.frames };
}

type Stripper = (bytes: Buffer, orientation: number) => Chunks;

const STRIPPERS: Readonly<Partial<Record<ImageType, Stripper>>> = {
  jpg: stripJpeg,
  png: stripPng,
  gif: stripGif,
  webp: stripWebp,
  avif: (bytes) => ({ chunks: [cleanHeif(bytes)], frames: isSequence(bytes) ? 2 : 1 }),
  heic: (bytes) => still(cleanHeif(bytes)),
  tiff: (bytes) => still(cleanTiff(bytes, false)),
  raw: (bytes) => still(isTiff(bytes) ? cleanTiff(bytes, true) : bytes),
};

function still(bytes: Buffer): Chunks {
  return { chunks: [bytes], frames: 1 };
}
