/** Encoder settings that other modules need without loading sharp. */
import type { ImageType } from '../../site/image-model.ts';

/** Version of the encoder: a change renames all versions and encodes them again. */
export const RECIPE = 'sharp 0.35.5, 3';

/** Pixels that are decoded at a time, all frames together: 256 MB. */
export const MAX_PIXELS = 64_000_000;

/** A JPEG is decoded at a fraction of its size, so it may have more. */
const MAX_JPEG_PIXELS = 4 * MAX_PIXELS;

/** Pixels of the largest image of a type that is decoded, all frames together. */
export function maxPixels(type: ImageType): number {
  return type === 'jpg' ? MAX_JPEG_PIXELS : MAX_PIXELS;
}

/** Frames of the longest animation that is decoded: five minutes, as a film has them. */
export const MAX_FRAMES = 7500;

/** A larger photo is published smaller: 5 MB. */
export const LARGE = 5_000_000;
