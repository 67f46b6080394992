/** Encodes a single version of an image, in a type that fits where it is shown. */
import type { ImageType, Purpose, Use, Version } from '../../site/image-model.ts';
import type { EncodedVersion, ImageToEncode } from './encoded-version.ts';
import { longerSide } from './layout.ts';
import { encoded, type OpenImage, type Sharp } from './open-image.ts';

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
  const encoder = keepsType ? SAME[type] : await encoderFor(opened, type);
  // Of several pages, sharp would keep only the first.
  const losesPages = keepsType && type === 'tiff' && opened.facts.pages !== 1;
  if (encoder === undefined || losesPages) return [];
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

/** PNG for drawings, scanned text and transparent images, else JPEG. */
async function encoderFor({ facts, start }: OpenImage, type: ImageType): Promise<Encoder> {
  const { hasAlpha, isPalette, bitsPerSample = 8 } = facts;
  if (type === 'svg' || isPalette || bitsPerSample < 8) return PNG;
  return hasAlpha && !(await start().stats()).isOpaque ? PNG : JPEG;
}
