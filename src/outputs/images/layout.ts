/** Widths in which the design shows images; follows the measure and margins in `public/css`. */
import type { ImageInfo, Purpose, Use } from '../../site/image-model.ts';
import type { ImagePart } from '../../site/model.ts';
import { LARGE } from './recipe.ts';

type Size = Pick<ImageInfo, 'width' | 'height'>;

/** Width of the text column in pixels. */
const COLUMN = 592;
/** Share of a narrower screen that the text column takes. */
const SHARE = 0.9;

/** Pixels of the text column with the overhang of a large screen. */
const BREAKOUT = COLUMN + 256;
/** Width of the screens whose overhang does not grow any more. */
const LARGE_SCREEN = 1360;
/** The column at 1x and 2x, and phone screens at 1x, 2x and 3x. Browsers choose the next wider version. */
const WIDTHS = [400, COLUMN, 720, 1000, 2 * COLUMN];
const BREAKOUT_WIDTHS = [400, COLUMN, 720, BREAKOUT, 1000, 2 * COLUMN, 2 * BREAKOUT];
/** Of the widest version of any image, in pixels: fills large screens. */
export const MAX_WIDTH = 2560;
/** Notebooks and large screens. */
const FULL_WIDTHS = [...BREAKOUT_WIDTHS, MAX_WIDTH];
/** Pixels between the images of a row. */
const GAP = 12;
/** The same on a phone, in percent of its width. */
const PHONE_GAP = 3;
/** Widths in rows of two and three images of all shapes, and of three on a phone at 2x. */
const ROW_WIDTHS = [112, 135, 160, 190, 240, 290, 325, 440, 500];
/** Side of a portrait's square in pixels. */
const PORTRAIT = 96;
/** Width of the text column and the margin in pixels. */
const WIDE = 784;
/** Width of the screens on which there is a margin. */
const WITH_MARGIN = 864;
/** A version is worth encoding if it is at most this share of the widest. */
const MAX_SHARE = 0.85;

/** Widths of the versions of an image, ascending; none is wider than the image. */
export function versionWidths(image: Size, use: Use): number[] {
  const widths = widthsFor(use, image);
  const widest = Math.min(image.width, Math.max(...widths));
  return [...widths.filter((width) => width <= widest * MAX_SHARE), widest];
}

function widthsFor(use: Use, image: Size): number[] {
  if (use === 'portrait') return [portraitWidth(image), 2 * portraitWidth(image)];
  if (use === 'wide') return [...WIDTHS, 2 * WIDE];
  if (use === 'full') return FULL_WIDTHS;
  const alone = breaksOut(image) ? BREAKOUT_WIDTHS : WIDTHS;
  return use === 'row' ? [...ROW_WIDTHS, ...alone].toSorted((a, b) => a - b) : alone;
}

/** Width of a portrait that covers its square; the excess is cropped. */
function portraitWidth({ width, height }: Size): number {
  return Math.min(COLUMN, Math.ceil(PORTRAIT * Math.max(1, width / height)));
}

/** Whether an image is large enough to leave the column where the screen allows. */
export function breaksOut({ width, height }: Size): boolean {
  return width >= 1000 && width > height;
}

/** Whether a row is as wide as the column and its overhang. */
export function fillsColumn(rowWidth: number): boolean {
  return rowWidth >= BREAKOUT;
}

/** Whether an image is too narrow to fill the column: at its edge, it would leave a gap. */
export function isNarrow(width: number): boolean {
  return width < COLUMN;
}

/** In pixels. */
export function widthInColumn(width: number): number {
  return Math.min(width, COLUMN);
}

/**
 * Value of the attribute `sizes`.
 * @param width of the image in pixels, if there is room
 */
export function sizesOf(width: number): string {
  return inColumn(widthInColumn(width), widthInColumn(width), SHARE);
}

/** `sizes` of one of `columns` images of unknown sizes in a row. */
export function sizesInColumns(columns: number): string {
  const widest = Math.floor(withoutGaps(COLUMN, columns) / columns);
  return inColumn(widest, COLUMN, shareOfPhone(columns, 1 / columns));
}

/** `sizes` of an image in a row of `columns` images. */
export function sizesInRow(
  { width, rowWidth }: { readonly width: number; readonly rowWidth: number },
  columns: number,
  reach: ImagePart['reach'],
): string {
  const part = width / rowWidth;
  if (reach === 'full') return `${Math.round(100 * part)}vw`;
  const within = (all: number): number =>
    Math.min(width, Math.round(part * withoutGaps(all, columns)));
  const full = Math.min(rowWidth, COLUMN);
  const column = inColumn(within(COLUMN), full, shareOfPhone(columns, part));
  return reach === 'wide' ? `${beyondColumn(part, within(BREAKOUT))}, ${column}` : column;
}

/** `sizes` of an image that leaves the column. */
export function breakoutSizes(): string {
  return `${beyondColumn(1, BREAKOUT)}, ${sizesOf(BREAKOUT)}`;
}

/** `sizes` of an image across the screen. */
export const FULL_SIZES = '100vw';

/** @param part of the row that the image takes, of 1 */
function beyondColumn(part: number, widest: number): string {
  // See `--overhang` in tokens.css.
  const growing = `calc(${Math.round(50 * part)}vw + ${Math.round(168 * part)}px)`;
  return `(min-width: ${LARGE_SCREEN}px) ${widest}px, (min-width: ${WITH_MARGIN}px) ${growing}`;
}

/** @param full width of what is as wide as a narrow screen allows, in pixels */
function inColumn(widest: number, full: number, share: number): string {
  // Half a pixel too much would load the next wider version.
  const part = Math.floor(100 * share + 0.001);
  return `(max-width: ${Math.ceil(full / SHARE)}px) ${part}vw, ${widest}px`;
}

/** Width of all images of a row, without the gaps. */
function withoutGaps(width: number, columns: number): number {
  return width - GAP * (columns - 1);
}

/** Share of a phone's width that a part of a row takes. */
function shareOfPhone(columns: number, part: number): number {
  return part * (SHARE - (PHONE_GAP / 100) * (columns - 1));
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
  return `${wide}, ${sizesOf(width)}`;
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
