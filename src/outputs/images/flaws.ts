/** Finds what keeps an image from being shown as it should be. */
import { basename } from 'node:path';
import type { Problem } from '../../lib/problem.ts';
import type { ImageFacts, ImageType } from '../../site/image-model.ts';
import { MOST_PIXELS } from './recipe.ts';

/** A problem of the file at the path `file`. */
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
 * @param path of the published file
 * @param facts absent when the file is no image
 * @param failure why its versions could not be made
 */
export function findFlaws(
  file: string,
  path: string,
  facts: ImageFacts | undefined,
  failure: string | undefined,
): Flaw[] {
  const image = `The image "${basename(file)}"`;
  const damaged = (detail: string): Flaw => ({
    ...{ file, severity: 'warning', code: 'image-damaged' },
    message: `${image} cannot be read (${detail}), so readers may see a part of it or nothing.`,
    hint: 'Open it in a program for images and save it anew, or take it from a backup.',
  });
  if (facts === undefined) return [damaged('it is no image that browsers show')];
  const { type } = facts;
  const flaws: Flaw[] = [];
  if (!EXTENSIONS[type].test(path))
    flaws.push({
      ...{ file, severity: 'note', code: 'image-misnamed' },
      message: `${image} is a ${type.toUpperCase()} by its content, which browsers see, but no host or program that goes by its name.`,
      hint: `Rename it so that it ends in \`.${type}\`, here and in the text, unless other sites show it.`,
    });
  if (isTooLarge(facts))
    flaws.push({
      ...{ file, severity: 'warning', code: 'image-too-large' },
      message: `${image} has ${sizeText(facts)} pixels, too many to make smaller versions of; readers would have to load all of it.`,
      hint: 'Save it with at most 64 million pixels; pages show no more than 1200 in a row.',
    });
  if (failure !== undefined) flaws.push(damaged(failure));
  return flaws;
}

export function isTooLarge(facts: ImageFacts): boolean {
  return facts.type !== 'svg' && pixelsOf(facts) > MOST_PIXELS;
}

/** Pixels of all its frames. */
export function pixelsOf({ width, height, frames }: ImageFacts): number {
  return width * height * frames;
}

function sizeText({ width, height, frames }: ImageFacts): string {
  return `${frames > 1 ? `${frames} × ` : ''}${width} × ${height}`;
}
