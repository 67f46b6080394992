/** In which widths the design shows images. It follows `public/css`: the measure and the edges of a page. */
import type { ImageFacts, Use } from '../../site/image-model.ts';

type Size = Pick<ImageFacts, 'width' | 'height'>;

/** Pixels of a line of text, on a screen that has room for it. */
const COLUMN = 592;
/** What a narrower screen leaves to the text. */
const SHARE = 0.9;

/**
 * The column, and those of small and of large phones, for common screens and
 * for sharp ones: browsers take the next wider one.
 */
const WIDTHS = [360, 400, COLUMN, 720, 800, 1000, 2 * COLUMN];
/** Pixels between pictures in a row. */
const GAP = 16;
/** The same on a phone, in hundredths of its width. */
const PHONE_GAP = 4;
/** More than these begin another row, on a screen with room and on a phone. */
const MOST_COLUMNS = 5;
const MOST_ON_PHONE = 3;
/** Those of pictures in a row of five, four, three and two, and of three on a sharp phone. */
const ROW_WIDTHS = [112, 140, 190, 230, 290];
/** The side of the square that a portrait fills. */
const PORTRAIT = 96;
/** The next smaller version is worth making from here on. */
const WORTHWHILE = 0.9;

/** Widths in which an image is made, the smallest first; never wider than it is. */
export function versionWidths(image: Size, use: Use): number[] {
  const widths = widthsFor(use, image);
  const widest = Math.min(image.width, Math.max(...widths));
  return [...widths.filter((width) => width <= widest * WORTHWHILE), widest];
}

/** For common screens and for sharp ones. */
function widthsFor(use: Use, image: Size): number[] {
  if (use === 'portrait') return [portraitWidth(image), 2 * portraitWidth(image)];
  return use === 'row' ? [...ROW_WIDTHS, ...WIDTHS] : WIDTHS;
}

/** Pixels from side to side of a portrait that fills its square; what is more than the square is cut off. */
function portraitWidth({ width, height }: Size): number {
  return Math.min(COLUMN, Math.ceil(PORTRAIT * Math.max(1, width / height)));
}

/**
 * How wide an image is shown, as `sizes` tells browsers.
 * @param width pixels that it takes where it has room
 * @param columns how many stand beside one another, with this one
 */
export function sizesOf(width: number, columns: number): string {
  const isInRow = columns > 1;
  const most = isInRow ? columnWidth(Math.min(columns, MOST_COLUMNS)) : Math.min(width, COLUMN);
  const narrow = Math.ceil((isInRow ? COLUMN : most) / SHARE);
  const beside = Math.min(columns, MOST_ON_PHONE);
  const share = Math.round((SHARE * 100 - PHONE_GAP * (beside - 1)) / beside);
  return `(max-width: ${narrow}px) ${share}vw, ${most}px`;
}

/** The same for a portrait. */
export function portraitSizes(image: Size): string {
  return `${portraitWidth(image)}px`;
}

/** Pixels of one of so many pictures in a row. */
function columnWidth(columns: number): number {
  return Math.floor((COLUMN - GAP * (columns - 1)) / columns);
}

/** The one width of a moving image, which takes long to make. */
export function movingWidth(image: Size, use: Use): number {
  return Math.min(image.width, use === 'portrait' ? 2 * portraitWidth(image) : COLUMN);
}
