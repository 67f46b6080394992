/** Finds shades of a colour that are readable as text. */
import { contrast, toHex, type Oklch } from './oklch.ts';

/** https://www.w3.org/TR/WCAG22/#contrast-minimum */
export const MIN_CONTRAST = 4.5;

const STEP = 0.005;

export interface Shade {
  /** `#22644a` */
  readonly hex: string;
  /** Change of the lightness, from 0 to 1. */
  readonly moved: number;
}

/**
 * The shade nearest to the colour, lighter or darker, with enough contrast to all papers;
 * `undefined` if there is none.
 * @param papers colours such as `#fbfaf5`
 */
export function readableShade(colour: Oklch, papers: readonly string[]): Shade | undefined {
  for (let moved = 0; moved <= 1; moved += STEP) {
    for (const lightness of [colour.lightness - moved, colour.lightness + moved]) {
      if (lightness < 0 || lightness > 1) continue;
      const hex = toHex({ ...colour, lightness });
      if (papers.every((paper) => contrast(hex, paper) >= MIN_CONTRAST)) return { hex, moved };
    }
  }
  return undefined;
}
