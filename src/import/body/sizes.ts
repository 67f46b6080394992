/** Keeps the size that a writer gave a picture where it matters to readers. */
import type { Element } from 'hast';
import { attribute } from './tree.ts';

/** Pixels. Smaller pictures are icons, badges and portraits; larger ones fit the column. */
const SMALL = 200;

/** @param isThumbnail whether it was a link to the same picture in full size */
export function keepSize(image: Element, isThumbnail: boolean): void {
  const width = widthOf(image);
  delete image.properties['width'];
  delete image.properties['height'];
  if (width !== undefined && !isThumbnail) image.properties['width'] = width;
}

function widthOf(image: Element): string | undefined {
  const [, styled] =
    /(?:^|;)\s*width:\s*(\d+(?:\.\d+)?(?:px|%))/i.exec(attribute(image, 'style')) ?? [];
  const width = styled ?? attribute(image, 'width');
  const [, digits = '', unit = 'px'] = /^(\d+)(?:\.\d+)?\s*(px|%)?$/i.exec(width) ?? [];
  if (digits === '' || Number(digits) === 0) return undefined;
  if (unit === '%') return Number(digits) < 100 ? `${digits}%` : undefined;
  return Number(digits) < SMALL ? digits : undefined;
}
