/** Decides what each image is encoded for. */
import type { ImageInfo, ImageType, Purpose, Use } from '../../site/image-model.ts';
import type { OwnLimits } from '../../lib/limits.ts';
import { isTooLarge } from './flaws.ts';
import { LARGE } from './recipe.ts';

/** Types that sharp reads, made of pixels. */
const DECODED: ReadonlySet<ImageType> = new Set(['jpg', 'png', 'gif', 'webp', 'avif', 'tiff']);
/** Types that many programs do not show in link previews. */
const NOT_IN_PREVIEWS: ReadonlySet<ImageType> = new Set(['svg', 'avif', 'webp', 'tiff']);
/** Types that lose nothing visible at their own address when they are encoded again. */
const REPUBLISHED: ReadonlySet<ImageType> = new Set(['jpg', 'png', 'webp', 'avif', 'tiff']);
/** Types whose orientation some programs ignore: browsers that of WebP, feed readers that of PNG. */
const TURNED: ReadonlySet<ImageType> = new Set(['png', 'webp']);

/** Types that some browsers do not show. */
const NOT_IN_BROWSERS: ReadonlySet<ImageType> = new Set(['heic', 'tiff', 'raw', 'other']);

interface Place {
  readonly use: Use | undefined;
  readonly isPreview?: boolean;
  readonly keepsSize?: boolean;
}

export function purposesOf(
  info: ImageInfo,
  { use, isPreview = false, keepsSize = false }: Place,
  limits?: OwnLimits,
): Purpose[] {
  const { type, bytes, frames, orientation } = info;
  if (isTooLarge(info, limits)) return [];
  const isStill = frames === 1;
  const mustChange = bytes > LARGE ? !keepsSize : orientation > 1 && TURNED.has(type);
  const purposes: Purpose[] = [];
  if (use !== undefined && DECODED.has(type))
    purposes.push(...(isForBrowsers(type) ? [use] : ([use, 'shown'] as const)));
  if (isPreview && NOT_IN_PREVIEWS.has(type)) purposes.push('preview');
  if (isStill && REPUBLISHED.has(type) && mustChange) purposes.push('republished');
  return purposes;
}

/** Whether sharp reads images of this type. */
export function isDecoded(type: ImageType): boolean {
  return DECODED.has(type);
}

/** Whether all browsers show images of this type. */
export function isForBrowsers(type: ImageType): boolean {
  return !NOT_IN_BROWSERS.has(type);
}
