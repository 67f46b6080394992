/** Makes the smaller versions of an image. It loads sharp: to be imported only when there is something to make. */
import sharp, { type Sharp, type SharpOptions } from 'sharp';
import type { ImageFacts, Use, Version } from '../../site/image-model.ts';
import { movingWidth, versionWidths } from './layout.ts';
import { MOST_PIXELS } from './recipe.ts';

// Images are made beside one another; each has one thread.
sharp.concurrency(1);
sharp.cache(false);

/** https://aomedia.googlesource.com/aom: the quickest effort, whose files are half of what WebP takes. */
const AVIF = { quality: 55, effort: 0 };
const MOVING = { quality: 50, effort: 2 };

/** AVIF and WebP know no longer side. */
const LONGEST_SIDE = 16_383;

export interface ImageToMake extends ImageFacts {
  readonly use: Use;
}

/** A version and its content. */
export interface Made extends Omit<Version, 'path'> {
  readonly content: Buffer;
}

/**
 * The versions that take fewer bytes than the image, in order of their width.
 * @throws when the image cannot be read to its end
 */
export async function makeVersions(bytes: Buffer, image: ImageToMake): Promise<Made[]> {
  const options: SharpOptions = { failOn: 'error', limitInputPixels: MOST_PIXELS };
  const open = (more?: SharpOptions): Sharp => sharp(bytes, { ...options, ...more });
  const isMoving = image.frames > 1;
  const made = isMoving ? await makeMoving(open, image) : await makeStill(open(), image);
  // Without the widest, browsers would take a smaller one where the image itself is sharper.
  const isWorthwhile = isMoving || (made.at(-1)?.bytes ?? 0) < image.bytes;
  return isWorthwhile ? made.filter(({ bytes: size }) => size < image.bytes) : [];
}

type OpenImage = (more?: SharpOptions) => Sharp;

/** The image is read once; each version is made from its pixels in the widest one. */
async function makeStill(file: Sharp, image: ImageToMake): Promise<Made[]> {
  const widths = versionWidths(image, image.use);
  const widest = widths.at(-1) ?? image.width;
  if ((image.height * widest) / image.width > LONGEST_SIDE) return [];
  const turned = image.type === 'jpg' ? file.autoOrient() : file;
  const { data, info } = await turned
    .resize({ width: widest })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height: rows, channels } = info;
  const made: Made[] = [];
  for (const target of widths) {
    const pixels = sharp(data, { raw: { width, height: rows, channels } });
    const resized = target === width ? pixels : pixels.resize({ width: target });
    const content = await resized.avif(AVIF).toBuffer();
    made.push(madeOf(target, 'image/avif', content));
  }
  return made;
}

/** One that moves, and one that does not for those whom movement troubles. */
async function makeMoving(open: OpenImage, image: ImageToMake): Promise<Made[]> {
  const width = movingWidth(image, image.use);
  const still = await open().resize({ width }).avif(AVIF).toBuffer();
  const made = [madeOf(width, 'image/avif', still, true)];
  // Of the formats that move these are the ones that can be made to do so again.
  if (image.type === 'gif' || image.type === 'webp') {
    const content = await open({ animated: true }).resize({ width }).webp(MOVING).toBuffer();
    made.push(madeOf(width, 'image/webp', content));
  }
  return made;
}

function madeOf(width: number, type: Version['type'], content: Buffer, isStill = false): Made {
  return { width, type, isStill, bytes: content.length, content };
}
