/** A sheet of paper that shapes are printed on, each in one of a few inks. */
import { encodePng, type Colour } from './png.ts';
import type { Mask } from './outline.ts';

/** Shades of an ink, from the paper to the ink itself: so many look smooth. */
const SHADES = 16;

/** Numbers the inks of a sheet. */
export type Ink = number;

export class Sheet {
  readonly #width: number;
  readonly #height: number;
  /** Rows of the image as PNG has them: a byte 0 comes first. */
  readonly #rows: Uint8Array;

  constructor(width: number, height: number) {
    this.#width = width;
    this.#height = height;
    this.#rows = new Uint8Array((width + 1) * height);
  }

  /** Prints a shape; where it covers another one, the one that covers more of a pixel is seen. */
  print({ left, top, width, height, coverage }: Mask, x: number, y: number, ink: Ink): void {
    for (let row = 0; row < height; row++) {
      const line = y + top + row;
      if (line < 0 || line >= this.#height) continue;
      const start = line * (this.#width + 1) + 1;
      for (let column = 0; column < width; column++) {
        const shade = Math.round(((coverage[row * width + column] ?? 0) * SHADES) / 255);
        const at = x + left + column;
        if (shade > 0 && at >= 0 && at < this.#width) this.#set(start + at, shade, ink);
      }
    }
  }

  fill(x: number, y: number, width: number, height: number, ink: Ink): void {
    for (let row = y; row < y + height; row++) {
      const start = row * (this.#width + 1) + 1 + x;
      this.#rows.fill(ink * SHADES + SHADES, start, start + width);
    }
  }

  /** @param inks in the order of their numbers */
  toPng(paper: Colour, inks: readonly Colour[]): Buffer {
    const shades = inks.flatMap((ink) =>
      Array.from({ length: SHADES }, (_, shade) => mix(paper, ink, (shade + 1) / SHADES)),
    );
    return encodePng(this.#rows, this.#width, this.#height, [paper, ...shades]);
  }

  #set(at: number, shade: number, ink: Ink): void {
    const present = this.#rows[at] ?? 0;
    if (present === 0 || (present - 1) % SHADES < shade - 1) this.#rows[at] = ink * SHADES + shade;
  }
}

function mix(paper: Colour, ink: Colour, share: number): Colour {
  const between = (from: number, to: number): number => Math.round(from + (to - from) * share);
  return [between(paper[0], ink[0]), between(paper[1], ink[1]), between(paper[2], ink[2])];
}

/** `#fbfaf5` */
export function toColour(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 0xff, value & 0xff];
}
