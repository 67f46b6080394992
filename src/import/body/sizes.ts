/** Keeps the size that a writer gave a picture where it matters to readers. */
import type { Element } from 'hast';
import { attribute } from './tree.ts';

/** Pixels. Smaller pictures are icons, badges and portraits; larger ones fit the column. */
const SMALL = 200;

export function keepSize(image: Element): void {
  const width = widthOf(image);
  delete image.properties['width'];
  delete image.properties['height'];
  if (width !== undefined) image.properties['width'] = width;
}

/** Width of a thumbnail, if it is as small as a sign in a line. */
export function thumbnailWidth(image: Element): string | undefined {
  const width = widthOf(image) ?? widthInAddress(attribute(image, 'src'));
  return width !== undefined && Number(width) < SMALL ? width : undefined;
}

/** As Blogger and WordPress write it: `/s72-c/rose.jpg`, `=w100-h80`, `rose-150x150.jpg`. */
function widthInAddress(src: string): string | undefined {
  const [, segment, tail, suffix] =
    /\/[sw](\d+)(?:-[\w-]+)?\/[^/]+$|=[sw](\d+)(?:-[\w-]+)?$|-(\d+)x\d+\.\w+$/.exec(src) ?? [];
  return segment ?? tail ?? suffix;
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
