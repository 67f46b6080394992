/** Opens images with sharp, which is slow to load: imported on demand only. */
import sharp, { type CreateRaw, type Metadata, type Sharp, type SharpOptions } from 'sharp';
import { LIMITS } from '../../lib/limits.ts';
import type { ImageInfo, Version } from '../../site/image-model.ts';
import type { EncodedVersion } from './encoded-version.ts';
import { pixelLimit, pixelsOf } from './flaws.ts';
import { isWideGamut } from './formats/icc.ts';

export type { Sharp };

// Images are encoded in parallel, with one thread each.
sharp.concurrency(1);
sharp.cache(false);

/** Bytes of a profile that each version may carry; one of Display P3 has 548, some have megabytes. */
const MAX_PROFILE = 4096;

export interface OpenImage {
  readonly facts: Metadata;
  /** Whether its colours exceed sRGB, so that it must keep its profile. */
  readonly isWideGamut: boolean;
  /** Starts a version: upright, except for an animation, and in its own colours. */
  readonly start: (options?: SharpOptions) => Sharp;
}

export interface Pixels {
  readonly data: Buffer;
  readonly raw: CreateRaw;
}

/** @throws if the header cannot be read */
export async function openImage(
  bytes: Buffer,
  image: Pick<ImageInfo, 'type' | 'width' | 'height' | 'frames'>,
): Promise<OpenImage> {
  // The settings may allow more, but not what another reading of the header would claim.
  const limitInputPixels = Math.max(LIMITS[pixelLimit(image.type)].limit, pixelsOf(image));
  const options: SharpOptions = { failOn: 'error', limitInputPixels };
  const facts = await sharp(bytes, options).metadata();
  const { icc } = facts;
  const isWide = icc !== undefined && isWideGamut(icc);
  const start: OpenImage['start'] = (more) => {
    const file = sharp(bytes, { ...options, ...more });
    // sharp turns no animations.
    const upright = more?.animated === true ? file : file.autoOrient();
    if (!isWide) return upright;
    return icc.length > MAX_PROFILE ? upright.withIccProfile('p3') : upright.keepIccProfile();
  };
  return { facts, isWideGamut: isWide, start };
}

export async function decoded(file: Sharp): Promise<Pixels> {
  const { data, info } = await file.raw().toBuffer({ resolveWithObject: true });
  // Not all of `info`: its `premultiplied` describes the resize, and these pixels are not.
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

export function fromPixels({ data, raw }: Pixels): Sharp {
  return sharp(data, { raw });
}

export async function encoded(file: Sharp, type: Version['type']): Promise<EncodedVersion> {
  const { data: content, info } = await file.toBuffer({ resolveWithObject: true });
  const { width, height, pageHeight = height } = info;
  return { width, height: pageHeight, type, isStill: false, bytes: content.length, content };
}
