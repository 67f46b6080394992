/** Sizes of the images of a row, all equally high: the stylesheet shrinks them by the same factor. */
import type { BodyPart, ImagePart, Size } from '../../site/model.ts';
import { fillsColumn } from './layout.ts';

/** Pixels: more than any screen gives a row, and little enough for programs that do not shrink it. */
const WIDEST = 3000;

type InRow = NonNullable<ImagePart['inRow']>;

/** Adds `inRow` to the images of each row in which the sizes of all are known. */
export function withRows(parts: readonly BodyPart[]): readonly BodyPart[] {
  const sizes = new Map<BodyPart, InRow>();
  let row: ImagePart[] = [];
  for (const part of parts) {
    if (part.kind !== 'image' || part.columns === 1) continue;
    row.push(part);
    if (row.length < part.columns) continue;
    for (const [image, size] of sizesIn(row)) sizes.set(image, size);
    row = [];
  }
  if (sizes.size === 0) return parts;
  return parts.map((part) => {
    const inRow = sizes.get(part);
    return part.kind === 'image' && inRow !== undefined ? { ...part, inRow } : part;
  });
}

/** No image is shown larger than it is. */
function sizesIn(row: readonly ImagePart[]): (readonly [ImagePart, InRow])[] {
  const known = row.flatMap((image) => {
    const size = sizeOf(image);
    return size === undefined ? [] : [{ image, ...size, ratio: size.width / size.height }];
  });
  if (known.length < row.length) return [];
  const ratios = known.reduce((sum, { ratio }) => sum + ratio, 0);
  const lowest = Math.min(...known.map(({ height }) => height));
  // Where the row shrinks anyway, large numbers round best.
  const height = fillsColumn(lowest * ratios) ? WIDEST / ratios : lowest;
  return known.map(({ image, ratio }) => [
    image,
    { width: pixels(height * ratio), height: pixels(height), rowWidth: pixels(height * ratios) },
  ]);
}

/** The size in the attributes, in pixels. */
export function sizeOf({ attributes }: Pick<ImagePart, 'attributes'>): Size | undefined {
  const width = Number(attributes['width'] ?? 0);
  const height = Number(attributes['height'] ?? 0);
  return width > 0 && height > 0 ? { width, height } : undefined;
}

function pixels(length: number): number {
  return Math.max(1, Math.round(length));
}
