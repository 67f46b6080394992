/** What the build draws from a logo, kept in the cache. */
import { keyOf, type Cache } from '../../lib/cache.ts';
import type { Shades } from '../../site/brand-model.ts';
import type { IconFiles } from './icons.ts';
import type { SvgMistake } from './raster.ts';

export interface Rendition {
  readonly icons: IconFiles;
  /** PNG for social cards. */
  readonly card: Uint8Array;
  /** PNG for an SVG icon. */
  readonly small: Uint8Array;
  /** WebP for the header. */
  readonly header: Uint8Array;
  /** The theme whose paper it needs behind it, to be seen in the other one. */
  readonly needs: keyof Shades | undefined;
}

/** Changes when the same logo is drawn differently. */
const RECIPE = 'logo 1';
/** Share of a logo that must be visible. */
const ENOUGH = 0.5;

/** Pixels of the header's logo, three for each of CSS, and of that of a card, two for each. */
const HEADER = { width: 576, height: 96 };
const CARD = { width: 960, height: 120 };
const SMALL = 128;

/** An SVG. */
export interface Vectors {
  /** The file as it is. */
  readonly original: Buffer;
  /** Its longer side, in its own units. */
  readonly size: number;
}

/**
 * `undefined` for a drawing that is empty.
 * @param bytes without scripts and metadata
 * @param vectors absent for other images
 * @throws if the bytes cannot be decoded
 */
export async function renditionOf(
  bytes: Buffer,
  vectors: Vectors | undefined,
  paper: Shades,
  cache: Cache<Rendition> | undefined,
): Promise<Rendition | SvgMistake | undefined> {
  const key = keyOf(RECIPE, bytes.toString('base64'), paper.light, paper.dark);
  const kept = cache?.get(key);
  if (kept !== undefined) return kept;
  // On demand, because they load sharp.
  const { iconFiles } = await import('./icons.ts');
  const { draw, onPaper, resized, svgMistake, trimmed, visibility, webp } =
    await import('./raster.ts');
  const mistake = vectors && (await svgMistake(vectors.original));
  if (mistake !== undefined) return mistake;
  const { png } = await draw(bytes, vectors?.size);
  if ((await trimmed(png)) === undefined) return undefined;
  const needs = paperFor(await visibility(png, paper));
  const card = (await resized(png, CARD.width, CARD.height)).png;
  const rendition = {
    icons: await iconFiles(png, paper[needs ?? 'light']),
    // Cards have the light theme.
    card: needs === 'dark' ? await onPaper(card, paper.dark) : card,
    small: (await resized(png, SMALL, SMALL)).png,
    header: await webp((await resized(png, HEADER.width, HEADER.height)).png),
    needs,
  };
  cache?.set(key, rendition);
  cache?.sweep();
  return rendition;
}

function paperFor({ light, dark }: Readonly<Record<keyof Shades, number>>): Rendition['needs'] {
  if (Math.min(light, dark) >= ENOUGH || light === dark) return undefined;
  return light > dark ? 'light' : 'dark';
}
