/** Adds sizes and smaller versions to the images of a site, and reports flawed files. */
import type { SiteSettings } from '../content/site-schema.ts';
import { displayPath } from '../lib/user-folder.ts';
import type { Use } from '../site/image-model.ts';
import type { ImageProcessor } from '../outputs/images/image-processor.ts';
import { Pictures, imagePaths } from '../outputs/images/pictures.ts';
import type { Problems } from '../lib/problem.ts';
import { NO_BODY, type Body } from '../markdown/body.ts';
import type { Asset, Image, Picture } from '../site/model.ts';
import type { BodyOf } from '../site/posts.ts';

export interface AppliedImages {
  /** By file. */
  readonly bodies: ReadonlyMap<string, Body>;
  readonly images: readonly Image[];
  /** The portrait at a URL of this site. */
  readonly portraitAt: (url: string) => Picture;
}

/**
 * @param bodies by file
 * @param basePath of the site, without a slash at the end
 */
export async function applyImages(
  bodies: ReadonlyMap<string, Body>,
  assets: readonly Asset[],
  basePath: string,
  contentDir: string,
  { largePhotos }: Pick<SiteSettings, 'largePhotos'>,
  imageProcessor: ImageProcessor,
  problems: Problems,
): Promise<AppliedImages> {
  const columns = imagePaths(
    Array.from(bodies.values(), ({ parts }) => parts),
    basePath,
  );
  // What is not written from its source is the program's own.
  const originals = assets.filter(({ content }) => content === undefined);
  const files = originals.map((asset) => ({
    ...asset,
    use: useOf(asset, columns.get(asset.path)),
    keepsSize: largePhotos === 'original',
  }));
  const { images, flaws } = await imageProcessor.prepare(files, contentDir);
  problems.add(flaws.map((flaw) => ({ ...flaw, file: displayPath(flaw.file) })));
  const pictures = new Pictures(images, basePath);
  return {
    bodies: new Map(
      [...bodies].map(([file, body]) => [file, { ...body, parts: pictures.apply(body.parts) }]),
    ),
    images,
    portraitAt: (url) => pictures.portrait(url),
  };
}

/** @param bodies by file */
export function bodyIn(bodies: ReadonlyMap<string, Body>): BodyOf {
  return ({ entry }) => bodies.get(entry.file) ?? NO_BODY;
}

/** @param columns largest number of images in its row; absent if no body shows it */
function useOf({ isPortrait = false }: Asset, columns: number | undefined): Use | undefined {
  if (columns === undefined) return isPortrait ? 'portrait' : undefined;
  // The small widths of a row also suit a portrait that a body shows.
  return columns > 1 || isPortrait ? 'row' : 'column';
}
