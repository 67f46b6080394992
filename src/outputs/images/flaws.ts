/** Finds images that browsers may not show as intended. */
import { basename } from 'node:path';
import type { Problem } from '../../lib/problem.ts';
import type { ImageInfo, ImageType } from '../../site/image-model.ts';
import { MAX_PIXELS } from './recipe.ts';

/** A problem whose `file` is a path as the system spells it. */
export type Flaw = Pick<Problem, 'file' | 'severity' | 'code' | 'message' | 'hint'>;

const EXTENSIONS: Readonly<Record<ImageType, RegExp>> = {
  jpg: /\.(?:jpe?g|jfif)$/i,
  png: /\.a?png$/i,
  gif: /\.gif$/i,
  webp: /\.webp$/i,
  avif: /\.avif$/i,
  svg: /\.svg$/i,
};

/**
 * @param info absent if the file is not an image
 * @param failure why its versions could not be encoded
 */
export function findFlaws(
  { source: file, path }: { readonly source: string; readonly path: string },
  info: ImageInfo | undefined,
  failure: string | undefined,
): Flaw[] {
  const image = `The image "${basename(file)}"`;
  const damaged = (detail: string): Flaw => ({
    ...{ file, severity: 'warning', code: 'image-damaged' },
    message: `${image} cannot be read (${detail}), so readers may see part of it or nothing.`,
    hint: 'Open it in an image editor and save it again, or restore it from a backup.',
  });
  if (info === undefined) return [damaged('browsers do not know the format')];
  const { type, width, height, frames } = info;
  const flaws: Flaw[] = [];
  if (!EXTENSIONS[type].test(path))
    flaws.push({
      ...{ file, severity: 'note', code: 'image-misnamed' },
      message: `${image} contains a ${type.toUpperCase()}, so hosts and programs that go by its name misread it.`,
      hint: `Rename it to end in \`.${type}\`, here and in the text, unless other sites show it.`,
    });
  if (isTooLarge(info))
    flaws.push({
      ...{ file, severity: 'warning', code: 'image-too-large' },
      message: `${image} has ${frames > 1 ? `${frames} × ` : ''}${width} × ${height} pixels, too many for smaller versions, so readers have to load all of it.`,
      hint: 'Save it with at most 64 million pixels; pages show at most 1200 in a row.',
    });
  if (failure !== undefined) flaws.push(damaged(failure));
  return flaws;
}

export function isTooLarge(info: ImageInfo): boolean {
  return info.type !== 'svg' && pixelsOf(info) > MAX_PIXELS;
}

/** Pixels of all frames. */
export function pixelsOf({ width, height, frames }: ImageInfo): number {
  return width * height * frames;
}
