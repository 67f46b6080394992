/** What is known of the making of versions without loading what makes them. */

/** What versions depend on besides the image: with another one, all are made again under other names. */
export const RECIPE = 'sharp 0.35.5, 2';

/** Pixels of the largest image that is made smaller, all its pictures together: a quarter of a gigabyte. */
export const MOST_PIXELS = 64_000_000;
