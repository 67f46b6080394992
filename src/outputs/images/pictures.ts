/** Adds sizes and smaller versions to the images of bodies. */
import { decodePath, encodePath } from '../../lib/paths.ts';
import { escapeHtml } from '../../lib/html.ts';
import type { Image, Version } from '../../site/image-model.ts';
import type { BodyPart, ImagePart, Picture, PictureSource } from '../../site/model.ts';
import { wideSizes, portraitSizes, shareOfColumn, sizesOf, sizesOfShare } from './layout.ts';

type Parts = readonly BodyPart[];

/**
 * Paths of the images in bodies, each with the largest number of images in its row.
 * @param basePath of the site, without a slash at the end
 */
export function imagePaths(
  bodies: readonly Parts[],
  basePath: string,
): ReadonlyMap<string, number> {
  const paths = new Map<string, number>();
  for (const { attributes, columns } of bodies.flat().filter(isImage)) {
    const path = pathOf(attributes['src'], basePath);
    if (path !== undefined) paths.set(path, Math.max(paths.get(path) ?? 0, columns));
  }
  return paths;
}

export class Pictures {
  readonly #images: ReadonlyMap<string, Image>;
  readonly #basePath: string;

  constructor(images: readonly Image[], basePath: string) {
    this.#images = new Map(images.map((image) => [image.path, image]));
    this.#basePath = basePath;
  }

  /**
   * Adds `width` and `height`, so that the layout does not shift, and versions. An
   * image that browsers do not show becomes a link to its file.
   * @param isWide whether the text takes up the margin too
   */
  apply(parts: Parts, isWide = false): Parts {
    if (this.#images.size === 0 || !parts.some(isImage)) return parts;
    let isInLink = false;
    return parts.flatMap((part) => {
      if (part.kind === 'html') isInLink = endsInLink(part.html, isInLink);
      return isImage(part) ? this.#apply(part, isInLink, isWide) : part;
    });
  }

  #apply(part: ImagePart, isInLink: boolean, isWide: boolean): BodyPart | BodyPart[] {
    const { width: givenWidth, height: givenHeight, ...others } = part.attributes;
    const image = this.#imageAt(others['src']);
    if (image === undefined) return part;
    const { shown = image.republished ?? image } = image;
    if (image.shown === undefined && !image.isForBrowsers) return fileLink(others, isInLink);
    if (shown.width === 0) return part;
    const share = shareOf(part);
    const wanted = share === undefined ? Number(givenWidth ?? 0) : shareOfColumn(share);
    const [width, height] = displaySize(shown, wanted, Number(givenHeight ?? 0));
    const src = image.shown === undefined ? {} : { src: this.#urlOf(image.shown.path) };
    const attributes = { ...others, ...src, width: `${width}`, height: `${height}` };
    const sizes = sizesFor(share, width, part.columns, isWide);
    return { ...part, attributes, sources: this.#sources(image, sizes) };
  }

  /** @param src URL on this site */
  portrait(src: string): Picture {
    const image = this.#imageAt(src);
    if (image === undefined) return { sources: [], attributes: { src } };
    const shown = image.shown === undefined ? src : this.#urlOf(image.shown.path);
    return { sources: this.#sources(image, portraitSizes(image)), attributes: { src: shown } };
  }

  /**
   * The cover at a URL of this site, which the browser loads before all else.
   * @returns `undefined` for a file that browsers do not show
   */
  cover(url: string, alt: string): Picture | undefined {
    const picture = this.#shownAt(url, wideSizes);
    if (picture === undefined) return undefined;
    const { sources, attributes } = picture;
    return {
      sources,
      attributes: { ...attributes, alt, fetchpriority: 'high', decoding: 'async' },
    };
  }

  /**
   * An image outside of bodies.
   * @param src URL on this site
   * @returns `undefined` if there is none that browsers show
   */
  listed(src: string, sizes: string): Picture | undefined {
    return this.#shownAt(src, () => sizes);
  }

  #shownAt(src: string, sizesIn: (shown: Pick<Version, 'width'>) => string): Picture | undefined {
    const image = this.#imageAt(src);
    if (image === undefined || (image.shown === undefined && !image.isForBrowsers))
      return undefined;
    const { shown = image.republished ?? image } = image;
    const url = image.shown === undefined ? src : this.#urlOf(image.shown.path);
    const { width, height } = shown;
    const size = width === 0 ? {} : { width: `${width}`, height: `${height}` };
    return { sources: this.#sources(image, sizesIn(shown)), attributes: { src: url, ...size } };
  }

  #imageAt(src = ''): Image | undefined {
    const path = pathOf(src, this.#basePath);
    return path === undefined ? undefined : this.#images.get(path);
  }

  #sources({ versions }: Image, sizes: string): PictureSource[] {
    const still = versions.filter(({ isStill }) => isStill);
    const others = versions.filter(({ isStill }) => !isStill);
    return [
      ...this.#source(still, sizes, '(prefers-reduced-motion: reduce)'),
      ...this.#source(others, sizes),
    ];
  }

  #source(versions: readonly Version[], sizes: string, media?: string): PictureSource[] {
    const [first, ...others] = versions;
    if (first === undefined) return [];
    const common = { type: first.type, media };
    if (others.length === 0)
      return [{ ...common, srcset: this.#urlOf(first.path), sizes: undefined }];
    const candidates = versions.map((version) => `${this.#urlOf(version.path)} ${version.width}w`);
    return [{ ...common, srcset: candidates.join(', '), sizes }];
  }

  #urlOf(path: string): string {
    return this.#basePath + encodePath(path);
  }
}

function sizesFor(
  share: number | undefined,
  width: number,
  columns: number,
  isWide: boolean,
): string {
  if (columns > 1) return sizesOf(width, columns);
  if (share !== undefined) return sizesOfShare(share);
  return isWide ? wideSizes({ width }) : sizesOf(width, columns);
}

/** The size given by the writer, in the proportions of the image. */
function displaySize(
  image: Pick<Image, 'width' | 'height'>,
  width: number,
  height: number,
): [number, number] {
  const scale = width > 0 ? width / image.width : height > 0 ? height / image.height : 1;
  const pixels = (side: number): number => Math.max(1, Math.round(side * scale));
  return [pixels(image.width), pixels(image.height)];
}

/** A link in place of an image; within a link only its text. */
function fileLink({ src = '', alt = '' }: ImagePart['attributes'], isInLink: boolean): BodyPart[] {
  const [path = ''] = src.split(/[?#]/);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const text = escapeHtml(alt.trim() || (decodePath(name) ?? name));
  if (isInLink) return [{ kind: 'html', html: text }];
  return [
    { kind: 'html', html: '<a href="' },
    { kind: 'address', address: src },
    { kind: 'html', html: `">${text}</a>` },
  ];
}

/** Whether a link is open after some HTML. */
function endsInLink(html: string, wasInLink: boolean): boolean {
  const tags = html.match(/<\/?a\b/g);
  return tags === null ? wasInLink : tags.at(-1) === '<a';
}

function isImage(part: BodyPart): part is ImagePart {
  return part.kind === 'image';
}

/** Width in percent of the text column, if the writer gave it. */
function shareOf({ attributes }: ImagePart): number | undefined {
  const { 'data-width': share } = attributes;
  return share === undefined ? undefined : Number.parseInt(share, 10);
}

/** Path below the site's root, decoded; `undefined` for another site. */
function pathOf(url = '', basePath: string): string | undefined {
  const [path = ''] = url.split(/[?#]/);
  if (!path.startsWith(`${basePath}/`) || path.startsWith('//')) return undefined;
  return decodePath(path.slice(basePath.length));
}
