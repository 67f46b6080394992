/** In which widths the design shows images. It follows `public/css`: the measure and the edges of a page. */

/** Pixels of a line of text, on a screen that has room for it. */
const COLUMN = 592;
/** What a narrower screen leaves to the text. */
const SHARE = 0.9;

/** The column and that of two kinds of phone, for common screens and for sharp ones. */
const WIDTHS = [360, 400, COLUMN, 720, 2 * COLUMN];
/** The next smaller version is worth making from here on. */
const WORTHWHILE = 0.9;

/** Widths in which an image is made, the smallest first; never wider than it is. */
export function versionWidths(natural: number): number[] {
  const widest = Math.min(natural, 2 * COLUMN);
  return [...WIDTHS.filter((width) => width <= widest * WORTHWHILE), widest];
}

/**
 * How wide an image is shown, as `sizes` tells browsers.
 * @param width pixels that it takes where it has room
 */
export function sizesOf(width: number): string {
  const most = Math.min(width, COLUMN);
  return `(max-width: ${Math.ceil(most / SHARE)}px) ${SHARE * 100}vw, ${most}px`;
}

/** The one width of a moving image, which takes long to make. */
export function movingWidth(natural: number): number {
  return Math.min(natural, COLUMN);
}
