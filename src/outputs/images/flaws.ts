/** What keeps an image from being shown as it should be. */
import type { ImageFacts, ImageType } from '../../site/image-model.ts';
import { MOST_PIXELS } from './recipe.ts';

export interface Flaw {
  /** Path of the file. */
  readonly source: string;
  readonly kind: 'damaged' | 'too-large' | 'misnamed';
  /** Why, or the type that it has: a part of a sentence. */
  readonly detail: string;
}

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
  source: string,
  path: string,
  facts: ImageFacts | undefined,
  failure: string | undefined,
): Flaw[] {
  if (facts === undefined)
    return [{ source, kind: 'damaged', detail: 'it is no image that browsers show' }];
  const flaws: Flaw[] = [];
  if (!EXTENSIONS[facts.type].test(path))
    flaws.push({ source, kind: 'misnamed', detail: facts.type });
  if (isTooLarge(facts)) flaws.push({ source, kind: 'too-large', detail: sizeText(facts) });
  if (failure !== undefined) flaws.push({ source, kind: 'damaged', detail: failure });
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
