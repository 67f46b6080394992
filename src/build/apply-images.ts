/** Bodies with their images as pages show them, and what is wrong with the images. */
import { basename } from 'node:path';
import type { Use } from '../site/image-model.ts';
import type { Flaw } from '../outputs/images/flaws.ts';
import type { ImageProcessor } from '../outputs/images/image-processor.ts';
import type { Problems } from '../lib/problem.ts';
import type { Body, ShownBody } from '../site/body.ts';
import type { Asset, Image, Picture } from '../site/model.ts';
import { Pictures, shownPaths, type Gallery } from '../site/pictures.ts';
import { piecesOf } from '../site/pieces.ts';

/** What is shown where. */
export interface Show extends Omit<Gallery, 'images'> {
  /** By file. */
  readonly bodies: ReadonlyMap<string, Body>;
  readonly assets: readonly Asset[];
  /** Path of the content folder. */
  readonly contentDir: string;
}

/** What came of it. */
export interface Shown {
  /** By file. */
  readonly bodies: ReadonlyMap<string, ShownBody>;
  readonly images: readonly Image[];
  /** The portrait at an address of this site. */
  readonly portraitAt: (url: string) => Picture;
}

/** @param displayPath a path as the writer knows it */
export async function showImages(
  { bodies, assets, contentDir, ...place }: Show,
  imageProcessor: ImageProcessor,
  displayPath: (path: string) => string,
  problems: Problems,
): Promise<Shown> {
  const shown = shownPaths(bodies.values(), place.basePath);
  const files = assets.map((asset) => ({ ...asset, use: useOf(asset, shown.get(asset.path)) }));
  const { images, flaws } = await imageProcessor.prepare(files, contentDir);
  for (const flaw of flaws) reportFlaw(flaw, displayPath(flaw.source), problems);
  const pictures = new Pictures({ ...place, images });
  const show = (body: Body): ShownBody => {
    const html = pictures.sized(body.html);
    return {
      ...body,
      html,
      pieces: piecesOf(html, (image, columns) => pictures.picture(image, columns)),
    };
  };
  return {
    bodies: new Map([...bodies].map(([file, body]) => [file, show(body)])),
    images,
    portraitAt: (url) => pictures.portrait(url),
  };
}

/** @param columns how many images stand beside one another where a body shows it, with itself */
function useOf({ isPortrait = false }: Asset, columns: number | undefined): Use | undefined {
  if (columns === undefined) return isPortrait ? 'portrait' : undefined;
  // The small widths of a row suit a portrait that a text shows, too.
  return columns > 1 || isPortrait ? 'row' : 'column';
}

function reportFlaw({ source, kind, detail }: Flaw, file: string, problems: Problems): void {
  const name = basename(source);
  if (kind === 'damaged')
    problems.warn({
      file,
      code: 'image-damaged',
      message: `The image "${name}" cannot be read (${detail}), so readers may see a part of it or nothing.`,
      hint: 'Open it in a program for images and save it anew, or take it from a backup.',
    });
  else if (kind === 'too-large')
    problems.warn({
      file,
      code: 'image-too-large',
      message: `The image "${name}" has ${detail} pixels, too many to make smaller versions of; readers would have to load all of it.`,
      hint: 'Save it with at most 64 million pixels; pages show no more than 1200 in a row.',
    });
  else
    problems.note({
      file,
      code: 'image-misnamed',
      message: `The image "${name}" is a ${detail.toUpperCase()} by its content, which browsers see, but no host or program that goes by its name.`,
      hint: `Rename it so that it ends in \`.${detail}\`, here and in the text, unless other sites show it.`,
    });
}
