/** Encodes the versions of an image. Imported on demand, because loading sharp is slow. */
import type { Use } from '../../site/image-model.ts';
import { convert } from './convert.ts';
import type { EncodedVersion, ImageToEncode } from './encoded-version.ts';
import { animationWidth, versionWidths } from './layout.ts';
import { decoded, encoded, fromPixels, openImage, type OpenImage } from './open-image.ts';

/** The lowest effort: its files are already half the size of WebP. */
const AVIF = { quality: 55, effort: 0 };
const ANIMATED_WEBP = { quality: 50, effort: 2 };

/** Limit of AVIF and WebP. */
const MAX_SIDE = 16_383;

/**
 * For a use the versions with fewer bytes than the image, by width; for another purpose a
 * single one, or none if the image itself is better.
 * @throws if the image cannot be decoded completely
 */
export async function encodeVersions(
  bytes: Buffer,
  image: ImageToEncode,
): Promise<EncodedVersion[]> {
  const { purpose } = image;
  const opened = await openImage(bytes, image);
  if (purpose === 'shown' || purpose === 'preview' || purpose === 'republished')
    return convert(opened, image, purpose);
  const isAnimated = image.frames > 1;
  const versions = isAnimated
    ? await encodeAnimation(opened, image, purpose)
    : await encodeStill(opened, image, purpose);
  // Without the widest version, browsers would choose a narrower one over the sharper original.
  const isWorthwhile = isAnimated || (versions.at(-1)?.bytes ?? 0) < image.bytes;
  return isWorthwhile ? versions.filter(({ bytes: size }) => size < image.bytes) : [];
}

/** Encodes every version from the pixels of the widest; those of a wide gamut have a profile only in the file. */
async function encodeStill(
  { facts, start, isWideGamut }: OpenImage,
  image: ImageToEncode,
  use: Use,
): Promise<EncodedVersion[]> {
  const widths = versionWidths(image, use);
  const widest = widths.at(-1) ?? image.width;
  if ((image.height * widest) / image.width > MAX_SIDE) return [];
  // What a photo does not have, its versions need not keep; screenshots stay sharp.
  const chromaSubsampling = facts.chromaSubsampling === '4:2:0' ? '4:2:0' : '4:4:4';
  const pixels = isWideGamut ? undefined : await decoded(start().resize({ width: widest }));
  const versions: EncodedVersion[] = [];
  for (const width of widths) {
    const source = pixels === undefined ? start() : fromPixels(pixels);
    const resized = width === pixels?.raw.width ? source : source.resize({ width });
    versions.push(await encoded(resized.avif({ ...AVIF, chromaSubsampling }), 'image/avif'));
  }
  return versions;
}

/** An animated version, and a still one for readers who prefer reduced motion. */
async function encodeAnimation(
  { start }: OpenImage,
  image: ImageToEncode,
  use: Use,
): Promise<EncodedVersion[]> {
  const width = animationWidth(image, use);
  const still = await encoded(start().resize({ width }).avif(AVIF), 'image/avif');
  const versions = [{ ...still, isStill: true }];
  // sharp reads no other animated format.
  if (image.type === 'gif' || image.type === 'webp') {
    const moving = start({ animated: true }).resize({ width }).webp(ANIMATED_WEBP);
    versions.push(await encoded(moving, 'image/webp'));
  }
  return versions;
}
