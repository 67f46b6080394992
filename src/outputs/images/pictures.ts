/** Adds sizes and smaller versions to the images of bodies. */
import { decodePath, encodePath } from '../../lib/paths.ts';
import { escapeHtml } from '../../lib/html.ts';
import type { Image, Version } from '../../site/image-model.ts';
import type { BodyPart, ImagePart, Picture, PictureSource } from '../../site/model.ts';
import { portraitSizes, shareOfColumn, wideSizes } from './layout.ts';
import { isEnlargeable, placementOf, shareOf } from './placement.ts';
import { withRows } from './rows.ts';

type Parts = readonly BodyPart[];

export class Pictures {
  readonly #images: ReadonlyMap<string, Image>;
  readonly #basePath: string;

  constructor(images: readonly Image[], basePath: string) {
    this.#images = new Map(images.map((image) => [image.path, image]));
    this.#basePath = basePath;
  }

  /**
   * Adds `width` and `height`, so that the layout does not shift, versions, and how far each image
   * reaches. An image that browsers do not show becomes a link to its file.
   * @param isWide whether the text takes up the margin too
   */
  apply(parts: Parts, isWide = false): Parts {
    if (!parts.some(isImage)) return parts;
    let isInLink = false;
    const sized = parts.map((part) => (isImage(part) ? this.#withSize(part) : part));
    return withRows(sized).flatMap((part) => {
      if (part.kind === 'html') isInLink = endsInLink(part.html, isInLink);
      return isImage(part) ? this.#placed(part, isInLink, isWide) : part;
    });
  }

  #withSize(part: ImagePart): ImagePart {
    const image = this.#imageAt(part.attributes['src']);
    if (image === undefined) return part;
    const { shown = image.republished ?? image } = image;
    if (shown.width === 0) return part;
    const { width: givenWidth, height: givenHeight, ...others } = part.attributes;
    const share = shareOf(part);
    const wanted = share === undefined ? Number(givenWidth ?? 0) : shareOfColumn(share);
    const [width, height] = displaySize(shown, wanted, Number(givenHeight ?? 0));
    return { ...part, attributes: { ...others, width: `${width}`, height: `${height}` } };
  }

  #placed(part: ImagePart, isInLink: boolean, isWide: boolean): BodyPart | BodyPart[] {
    const { layout, sizes } = placementOf(part, isWide);
    const { class: written = '', ...others } = part.attributes;
    const classes = `${written} ${layout ?? ''}`.trim();
    const attributes = classes === '' ? others : { ...others, class: classes };
    const image = this.#imageAt(attributes['src']);
    if (image === undefined) return { ...part, attributes };
    const { shown = image.republished ?? image } = image;
    if (image.shown === undefined && !image.isForBrowsers) return fileLink(attributes, isInLink);
    const src = image.shown === undefined ? {} : { src: this.#urlOf(image.shown.path) };
    const { width, height } = shown;
    return {
      ...part,
      attributes: { ...attributes, ...src },
      sources: this.#sources(image, sizes),
      larger: !isInLink && isEnlargeable(part, width) ? { width, height } : undefined,
    };
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

/** Path below the site's root, decoded; `undefined` for another site. */
export function pathOf(url = '', basePath: string): string | undefined {
  const [path = ''] = url.split(/[?#]/);
  if (!path.startsWith(`${basePath}/`) || path.startsWith('//')) return undefined;
  return decodePath(path.slice(basePath.length));
}
