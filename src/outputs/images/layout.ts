/** Widths in which the design shows images; follows the measure and margins in `public/css`. */
import type { ImageInfo, Purpose, Use } from '../../site/image-model.ts';
import { LARGE } from './recipe.ts';

type Size = Pick<ImageInfo, 'width' | 'height'>;

/** Width of the text column in pixels. */
const COLUMN = 592;
/** Share of a narrower screen that the text column takes. */
const SHARE = 0.9;

/** The column and phone screens, at 1x and 2x. Browsers choose the next wider version. */
const WIDTHS = [360, 400, COLUMN, 720, 800, 1000, 2 * COLUMN];
/** Pixels between the images of a row. */
const GAP = 16;
/** The same on a phone, in percent of its width. */
const PHONE_GAP = 4;
/** More images wrap to another row. */
const MAX_COLUMNS = 5;
const MAX_COLUMNS_ON_PHONE = 3;
/** Widths in rows of five, four, three and two images, and of three on a phone at 2x. */
const ROW_WIDTHS = [112, 140, 190, 230, 290];
/** Side of a portrait's square in pixels. */
const PORTRAIT = 96;
/** Width of the text column and the margin in pixels. */
const WIDE = 784;
/** Width of the screens on which there is a margin. */
const WITH_MARGIN = 864;
/** A version is worth encoding if it is at most this share of the widest. */
const MAX_SHARE = 0.9;

/** Widths of the versions of an image, ascending; none is wider than the image. */
export function versionWidths(image: Size, use: Use): number[] {
  const widths = widthsFor(use, image);
  const widest = Math.min(image.width, Math.max(...widths));
  return [...widths.filter((width) => width <= widest * MAX_SHARE), widest];
}

function widthsFor(use: Use, image: Size): number[] {
  if (use === 'portrait') return [portraitWidth(image), 2 * portraitWidth(image)];
  if (use === 'wide') return [...WIDTHS, 2 * WIDE];
  return use === 'row' ? [...ROW_WIDTHS, ...WIDTHS] : WIDTHS;
}

/** Width of a portrait that covers its square; the excess is cropped. */
function portraitWidth({ width, height }: Size): number {
  return Math.min(COLUMN, Math.ceil(PORTRAIT * Math.max(1, width / height)));
}

/**
 * Value of the attribute `sizes`.
 * @param width of the image in pixels, if there is room
 * @param columns number of images in its row
 */
export function sizesOf(width: number, columns: number): string {
  const isInRow = columns > 1;
  const widest = isInRow ? columnWidth(Math.min(columns, MAX_COLUMNS)) : Math.min(width, COLUMN);
  const narrow = Math.ceil((isInRow ? COLUMN : widest) / SHARE);
  const beside = Math.min(columns, MAX_COLUMNS_ON_PHONE);
  const share = Math.round((SHARE * 100 - PHONE_GAP * (beside - 1)) / beside);
  return `(max-width: ${narrow}px) ${share}vw, ${widest}px`;
}

/** `sizes` of an image whose width is a share of the text column, in percent. */
export function sizesOfShare(percent: number): string {
  const narrow = Math.ceil(COLUMN / SHARE);
  return `(max-width: ${narrow}px) ${Math.round(SHARE * percent)}vw, ${shareOfColumn(percent)}px`;
}

/** In pixels. */
export function shareOfColumn(percent: number): number {
  return Math.round((COLUMN * percent) / 100);
}

/** `sizes` of a portrait. */
export function portraitSizes(image: Size): string {
  return `${portraitWidth(image)}px`;
}

/** `sizes` of an image that takes up the margin too. */
export function wideSizes({ width }: Pick<Size, 'width'>): string {
  const wide = `(min-width: ${WITH_MARGIN}px) ${Math.min(width, WIDE)}px`;
  return `${wide}, ${sizesOf(width, 1)}`;
}

/** Width of an image in a row, in pixels. */
function columnWidth(columns: number): number {
  return Math.floor((COLUMN - GAP * (columns - 1)) / columns);
}

/** The only width of an animation, because encoding one is slow. */
export function animationWidth(image: Size, use: Use): number {
  return Math.min(image.width, use === 'portrait' ? 2 * portraitWidth(image) : COLUMN);
}

/** Longer side of a link preview, in pixels: the width of a card. */
const PREVIEW = 1200;
/** Longer side of a large photo, in pixels: fills most screens. */
const PHOTO = 2560;

/** Pixels of the longer side of a single version; `undefined` for those of the image. */
export function longerSide(
  purpose: Purpose,
  { bytes }: Pick<ImageInfo, 'bytes'>,
): number | undefined {
  if (purpose === 'preview') return PREVIEW;
  return purpose === 'shown' || bytes > LARGE ? PHOTO : undefined;
}
