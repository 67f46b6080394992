/** Encodes a single version of an image, in a type that fits where it is shown. */
import type { ImageInfo, ImageType, Purpose, Use, Version } from '../../site/image-model.ts';
import type { EncodedVersion, ImageToEncode } from './encoded-version.ts';
import { longerSide } from './layout.ts';
import { decoded, encoded, openImage, type OpenImage, type Sharp } from './open-image.ts';

type Encoder = readonly [Version['type'], (file: Sharp) => Sharp];

const JPEG: Encoder = ['image/jpeg', (file) => file.jpeg({ quality: 85, mozjpeg: true })];
const PNG: Encoder = ['image/png', (file) => file.png({ compressionLevel: 9 })];

/** By the type that an image has and keeps. */
const SAME: Readonly<Partial<Record<ImageType, Encoder>>> = {
  jpg: JPEG,
  png: PNG,
  webp: ['image/webp', (file) => file.webp({ quality: 85 })],
  avif: ['image/avif', (file) => file.avif({ quality: 65, effort: 2 })],
  tiff: ['image/tiff', (file) => file.tiff({ compression: 'deflate', predictor: 'horizontal' })],
};

/** One version, or none if the image itself is better. */
export async function convert(
  opened: OpenImage,
  image: ImageToEncode,
  purpose: Exclude<Purpose, Use>,
): Promise<EncodedVersion[]> {
  const { type, orientation, bytes } = image;
  const keepsType = purpose === 'republished';
  const encoder = keepsType ? sameType(opened, type) : await encoderFor(opened, type);
  if (encoder === undefined) return [];
  const [mediaType, encode] = encoder;
  const side = longerSide(purpose, image);
  // A drawing is as sharp in any size.
  const limits = { fit: 'inside', withoutEnlargement: type !== 'svg' } as const;
  const upright = opened.start();
  const resized = side === undefined ? upright : upright.resize(side, side, limits);
  const version = await encoded(encode(resized), mediaType);
  const isBetter = !keepsType || orientation > 1 || version.bytes < bytes;
  return isBetter ? [version] : [];
}

/**
 * The image in its own type, upright and no wider than `width`.
 * @returns `undefined` if the image itself is, or cannot keep its type
 * @throws if the image cannot be decoded completely
 */
export async function fitted(
  bytes: Buffer,
  image: ImageInfo,
  width = Infinity,
): Promise<Buffer | undefined> {
  const opened = await openImage(bytes, image);
  const encoder = image.frames === 1 ? sameType(opened, image.type) : undefined;
  const isFitting = image.orientation === 1 && image.width <= width;
  if (isFitting || encoder === undefined) {
    // Small, so that decoding takes little.
    await decoded(opened.start().resize({ width: 1 }));
    return undefined;
  }
  const [mediaType, encode] = encoder;
  const upright = opened.start();
  const resized = image.width > width ? upright.resize({ width }) : upright;
  return (await encoded(encode(resized), mediaType)).content;
}

/** Of several pages, sharp would keep only the first. */
function sameType({ facts }: OpenImage, type: ImageType): Encoder | undefined {
  return type === 'tiff' && facts.pages !== 1 ? undefined : SAME[type];
}

/** PNG for drawings, scanned text and transparent images, else JPEG. */
async function encoderFor({ facts, start }: OpenImage, type: ImageType): Promise<Encoder> {
  const { hasAlpha, isPalette, bitsPerSample = 8 } = facts;
  if (type === 'svg' || isPalette || bitsPerSample < 8) return PNG;
  return hasAlpha && !(await start().stats()).isOpaque ? PNG : JPEG;
}
