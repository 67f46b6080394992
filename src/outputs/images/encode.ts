/** Encodes smaller versions of an image. Imported on demand, because loading sharp is slow. */
import sharp, { type Sharp, type SharpOptions } from 'sharp';
import type { ImageInfo, Use, Version } from '../../site/image-model.ts';
import { animationWidth, versionWidths } from './layout.ts';
import { MAX_PIXELS } from './recipe.ts';

// Images are encoded in parallel, with one thread each.
sharp.concurrency(1);
sharp.cache(false);

/** The lowest effort: its files are already half the size of WebP. */
const AVIF = { quality: 55, effort: 0 };
const ANIMATED_WEBP = { quality: 50, effort: 2 };

/** Limit of AVIF and WebP. */
const MAX_SIDE = 16_383;

export interface ImageToEncode extends ImageInfo {
  readonly use: Use;
}

export interface EncodedVersion extends Omit<Version, 'path'> {
  readonly content: Buffer;
}

/**
 * The versions with fewer bytes than the image, by width.
 * @throws if the image cannot be decoded completely
 */
export async function encodeVersions(
  bytes: Buffer,
  image: ImageToEncode,
): Promise<EncodedVersion[]> {
  const options: SharpOptions = { failOn: 'error', limitInputPixels: MAX_PIXELS };
  const open = (more?: SharpOptions): Sharp => sharp(bytes, { ...options, ...more });
  const isAnimated = image.frames > 1;
  const versions = isAnimated
    ? await encodeAnimation(open, image)
    : await encodeStill(open(), image);
  // Without the widest version, browsers would choose a narrower one over the sharper original.
  const isWorthwhile = isAnimated || (versions.at(-1)?.bytes ?? 0) < image.bytes;
  return isWorthwhile ? versions.filter(({ bytes: size }) => size < image.bytes) : [];
}

/** Decodes the image once, and encodes every version from the pixels of the widest. */
async function encodeStill(file: Sharp, image: ImageToEncode): Promise<EncodedVersion[]> {
  const widths = versionWidths(image, image.use);
  const widest = widths.at(-1) ?? image.width;
  if ((image.height * widest) / image.width > MAX_SIDE) return [];
  const upright = image.type === 'jpg' ? file.autoOrient() : file;
  const { data, info } = await upright
    .resize({ width: widest })
    .raw()
    .toBuffer({ resolveWithObject: true });
  // Not all of `info`: its `premultiplied` describes the resize, and these pixels are not.
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const versions: EncodedVersion[] = [];
  for (const width of widths) {
    const pixels = sharp(data, { raw });
    const resized = width === raw.width ? pixels : pixels.resize({ width });
    versions.push(encoded(width, 'image/avif', await resized.avif(AVIF).toBuffer()));
  }
  return versions;
}

/** An animated version, and a still one for readers who prefer reduced motion. */
async function encodeAnimation(
  open: (more?: SharpOptions) => Sharp,
  image: ImageToEncode,
): Promise<EncodedVersion[]> {
  const width = animationWidth(image, image.use);
  const still = await open().resize({ width }).avif(AVIF).toBuffer();
  const versions = [encoded(width, 'image/avif', still, true)];
  // sharp reads no other animated format.
  if (image.type === 'gif' || image.type === 'webp') {
    const content = await open({ animated: true }).resize({ width }).webp(ANIMATED_WEBP).toBuffer();
    versions.push(encoded(width, 'image/webp', content));
  }
  return versions;
}

function encoded(
  width: number,
  type: Version['type'],
  content: Buffer,
  isStill = false,
): EncodedVersion {
  return { width, type, isStill, bytes: content.length, content };
}
