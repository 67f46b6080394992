/** How far an image reaches on the page, and the `sizes` that follow. */
import type { ImagePart } from '../../site/model.ts';
import {
  FULL_SIZES,
  breaksOut,
  breakoutSizes,
  isNarrow,
  shareOfColumn,
  sizesInColumns,
  sizesInRow,
  sizesOf,
  sizesOfShare,
  wideSizes,
  widthInColumn,
} from './layout.ts';
import { sizeOf } from './rows.ts';

/** Pixels. A smaller image is a sign rather than a picture. */
const SMALLEST_PICTURE = 100;

export interface Placement {
  /** In `figures.css`: `narrow` images are centred, `wide` and `full` ones leave the column. Absent beside text. */
  readonly layout: 'alone' | 'narrow' | 'wide' | 'full' | undefined;
  readonly sizes: string;
}

/**
 * @param part with the size that it has on the page if there is room
 * @param isWidePage whether the text takes up the margin too, so that no image needs to leave it
 */
export function placementOf(part: ImagePart, isWidePage: boolean): Placement {
  const layout = layoutOf(part, isWidePage);
  return { layout, sizes: sizesFor(part, layout, isWidePage) };
}

function layoutOf(part: ImagePart, isWidePage: boolean): Placement['layout'] {
  const { isAlone, reach } = part;
  if (!isAlone) return undefined;
  if (reach === 'full') return reach;
  const size = sizeOf(part);
  if (reach !== 'wide' && isNarrow(widthOf(part))) return 'narrow';
  if (isWidePage || reach === 'inset') return 'alone';
  if (reach === 'wide') return reach;
  const hasShare = shareOf(part) !== undefined;
  return !hasShare && size !== undefined && breaksOut(size) ? 'wide' : 'alone';
}

function sizesFor(part: ImagePart, layout: Placement['layout'], isWidePage: boolean): string {
  const { columns, inRow, reach } = part;
  const share = shareOf(part);
  if (inRow !== undefined) return sizesInRow(inRow, columns, reach);
  if (columns > 1) return sizesInColumns(columns);
  if (layout === 'full') return FULL_SIZES;
  if (layout === 'wide') return breakoutSizes();
  if (share !== undefined) return sizesOfShare(share);
  const width = widthOf(part);
  return isWidePage ? wideSizes({ width }) : sizesOf(width);
}

/** Whether readers see more in the file than on the page. */
export function isEnlargeable(part: ImagePart, fileWidth: number): boolean {
  const { inRow } = part;
  const shown =
    inRow === undefined
      ? widthInColumn(widthOf(part))
      : (widthInColumn(inRow.rowWidth) * inRow.width) / inRow.rowWidth;
  const isPicture = inRow !== undefined || shown >= SMALLEST_PICTURE;
  return isPicture && fileWidth > 1.1 * shown;
}

/** Pixels, if there is room; `Infinity` if unknown. */
function widthOf(part: ImagePart): number {
  const share = shareOf(part);
  if (share !== undefined) return shareOfColumn(share);
  return Number(part.attributes['width'] ?? Infinity);
}

/** Width in percent of the text column, if the writer gave it. */
export function shareOf({ attributes }: ImagePart): number | undefined {
  const { 'data-width': share } = attributes;
  return share === undefined ? undefined : Number.parseInt(share, 10);
}
