/** Encoder settings that other modules need without loading sharp. */

/** Version of the encoder: a change renames all versions and encodes them again. */
export const RECIPE = 'sharp 0.35.5, 6';

/** Pixels of the images that are decoded at a time: 256 MB. */
export const MAX_PIXELS = 64_000_000;

/** A larger photo is published smaller: 5 MB. */
export const LARGE = 5_000_000;
