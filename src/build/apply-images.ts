/** Adds sizes and smaller versions to the images of a site, and reports flawed files. */
import type { Plan } from '../addresses/plan.ts';
import type { SiteSettings } from '../content/site-schema.ts';
import { displayPath } from '../lib/user-folder.ts';
import type { Use } from '../site/image-model.ts';
import type { ImageProcessor } from '../outputs/images/image-processor.ts';
import { Pictures } from '../outputs/images/pictures.ts';
import { usesIn } from '../outputs/images/uses.ts';
import type { Problems } from '../lib/problem.ts';
import { NO_BODY, type Body } from '../markdown/body.ts';
import type { PictureAt } from '../site/list-pictures.ts';
import type { Asset, Image, Picture } from '../site/model.ts';
import type { CoverAt } from '../site/post-image.ts';
import type { BodyOf } from '../site/posts.ts';

export interface AppliedImages {
  /** By file. */
  readonly bodies: ReadonlyMap<string, Body>;
  readonly images: readonly Image[];
  /** Adds the images to a body; `isWide` if it takes up the margin too. */
  readonly applyTo: (body: Body, isWide: boolean) => Body;
  /** The portrait at a URL of this site. */
  readonly portraitAt: (url: string) => Picture;
  readonly coverAt: CoverAt;
  readonly pictureAt: PictureAt;
}

/**
 * @param bodies by file
 * @param wide files of bodies that take up the margin too
 * @param listed paths of images that lists and the home page show
 * @param basePath of the site, without a slash at the end
 */
export async function applyImages(
  bodies: ReadonlyMap<string, Body>,
  wide: ReadonlySet<string>,
  assets: readonly Asset[],
  listed: ReadonlySet<string>,
  basePath: string,
  contentDir: string,
  { largePhotos, limits }: Pick<SiteSettings, 'largePhotos' | 'limits'>,
  imageProcessor: ImageProcessor,
  problems: Problems,
): Promise<AppliedImages> {
  const uses = usesIn(
    Array.from(bodies, ([file, { parts }]) => ({ parts, isWide: wide.has(file) })),
    basePath,
  );
  // What is not written from its source is the program's own.
  const originals = assets.filter(({ content }) => content === undefined);
  const files = originals.map((asset) => ({
    ...asset,
    use: useOf(asset, uses.get(asset.path) ?? (listed.has(asset.path) ? 'column' : undefined)),
    keepsSize: largePhotos === 'original',
  }));
  const { images, flaws } = await imageProcessor.prepare(files, contentDir, limits);
  problems.add(flaws.map((flaw) => ({ ...flaw, file: displayPath(flaw.file) })));
  const pictures = new Pictures(images, basePath);
  const applyTo = (body: Body, isWide: boolean): Body => ({
    ...body,
    parts: pictures.apply(body.parts, isWide),
  });
  return {
    bodies: new Map([...bodies].map(([file, body]) => [file, applyTo(body, wide.has(file))])),
    images,
    applyTo,
    portraitAt: (url) => pictures.portrait(url),
    coverAt: (url, alt) => pictures.cover(url, alt),
    pictureAt: (url, sizes) => pictures.listed(url, sizes),
  };
}

/** @param bodies by file */
export function bodyIn(bodies: ReadonlyMap<string, Body>): BodyOf {
  return ({ entry }) => bodies.get(entry.file) ?? NO_BODY;
}

/** @param inBodies absent if no body shows it */
function useOf({ isPortrait, isCover }: Asset, inBodies: Use | undefined): Use | undefined {
  if (inBodies === 'full') return inBodies;
  if (isCover === true) return 'wide';
  if (isPortrait !== true) return inBodies;
  // The small widths of a row also suit a portrait that a body shows.
  return inBodies === 'column' ? 'row' : (inBodies ?? 'portrait');
}

/** Pages whose text takes up the margin too. */
export function wideFiles({ pages }: Plan): Set<string> {
  const wide = pages.filter(({ entry }) => entry.fields.layout === 'wide');
  return new Set(wide.map(({ entry }) => entry.file));
}
