/** Bodies with their images as pages show them, and what is wrong with the images. */
import type { Use } from '../site/image-model.ts';
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
  problems.add(flaws.map((flaw) => ({ ...flaw, file: displayPath(flaw.file) })));
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
