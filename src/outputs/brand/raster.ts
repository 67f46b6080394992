/** Draws logos and icons with sharp, which is slow to load: imported on demand only. */
import sharp, { type Sharp } from 'sharp';
import { contrast } from '../../lib/colour/oklch.ts';
import type { Shades } from '../../site/brand-model.ts';
import { MAX_PIXELS } from '../images/recipe.ts';

/** Pixels of the longer side from which everything else is made. */
const MASTER = 1024;
/** At which an SVG has as many pixels as units. */
const DENSITY = 72;
const MAX_DENSITY = 100_000;
const CLEAR = { r: 0, g: 0, b: 0, alpha: 0 };

export interface Drawn {
  /** PNG. */
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * Draws an image of any type.
 * @param size of the longer side of an SVG, in its own units
 * @throws if it cannot be decoded
 */
export async function draw(bytes: Uint8Array, size?: number): Promise<Drawn> {
  const density = size === undefined ? DENSITY : (DENSITY * MASTER) / size;
  const image = sharp(bytes, {
    failOn: 'error',
    density: Math.min(MAX_DENSITY, Math.max(1, density)),
    limitInputPixels: MAX_PIXELS,
  });
  return drawn(image.autoOrient().resize(MASTER, MASTER, { fit: 'inside', ...SMALLER }));
}

/** Where an SVG is not well-formed, so that browsers show an error instead of it. */
export interface SvgMistake {
  readonly line: number;
  readonly column: number;
  /** Of the XML parser, in English. */
  readonly reason: string;
}

export async function svgMistake(bytes: Buffer): Promise<SvgMistake | undefined> {
  try {
    await sharp(bytes).metadata();
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const [, line, column, reason] = /on line (\d+) column (\d+) of data: (.+)/.exec(message) ?? [];
    // Anything else does not matter, or drawing reports it.
    if (reason === undefined) return undefined;
    return { line: Number(line), column: Number(column), reason };
  }
}

const SMALLER = { withoutEnlargement: true } as const;

/** As high as this, or lower if it is wider. */
export function resized(png: Uint8Array, width: number, height: number): Promise<Drawn> {
  return drawn(sharp(png).resize(width, height, { fit: 'inside', ...SMALLER }));
}

/** With a paper behind it and around it. */
export async function onPaper(png: Uint8Array, paper: string): Promise<Buffer> {
  const margin = { top: 8, bottom: 8, left: 8, right: 8 };
  const framed = await sharp(png).flatten({ background: paper }).toBuffer();
  return sharp(framed)
    .extend({ ...margin, background: paper })
    .png()
    .toBuffer();
}

export async function webp(png: Uint8Array): Promise<Buffer> {
  return sharp(png).webp({ quality: 90, alphaQuality: 100 }).toBuffer();
}

/**
 * A square icon, with the logo in its middle.
 * @param share of the icon that the logo takes, without its own margin
 */
export async function icon(
  png: Uint8Array,
  pixels: number,
  share: number,
  paper: string,
): Promise<Buffer> {
  const size = Math.round(pixels * share);
  const input = await sharp(png).resize(size, size, { fit: 'inside' }).toBuffer();
  return sharp({ create: { width: pixels, height: pixels, channels: 3, background: paper } })
    .composite([{ input }])
    .png({ palette: true, colours: 64, effort: 4 })
    .toBuffer();
}

/** Without transparent margins; `undefined` if nothing is left. */
export async function trimmed(png: Uint8Array): Promise<Buffer | undefined> {
  const { channels } = await sharp(png).stats();
  if (channels[3]?.max === 0) return undefined;
  return sharp(png).trim({ background: CLEAR, threshold: 1 }).png().toBuffer();
}

/** Contrast below which a dot can hardly be seen. */
const VISIBLE = 1.5;
const SAMPLE = 48;

/** Shares of the logo that can be seen on each paper, from 0 to 1. */
export async function visibility(
  png: Uint8Array,
  paper: Shades,
): Promise<Record<keyof Shades, number>> {
  const small = sharp(png).resize(SAMPLE, SAMPLE, { fit: 'inside' }).ensureAlpha();
  const data = await small.raw().toBuffer();
  const dots: string[] = [];
  for (let at = 0; at + 3 < data.length; at += 4)
    if ((data[at + 3] ?? 0) > 127) dots.push(`#${data.toString('hex', at, at + 3)}`);
  const share = (theme: keyof Shades): number => {
    const seen = dots.filter((dot) => contrast(dot, paper[theme]) >= VISIBLE);
    return dots.length === 0 ? 1 : seen.length / dots.length;
  };
  return { light: share('light'), dark: share('dark') };
}

async function drawn(image: Sharp): Promise<Drawn> {
  const { data, info } = await image.png().toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}
