/** Encoder settings that other modules need without loading sharp. */

/** Version of the encoder: a change renames all versions and encodes them again. */
export const RECIPE = 'sharp 0.35.5, 2';

/** Pixels of the largest image that is decoded, all frames together: 256 MB. */
export const MAX_PIXELS = 64_000_000;
