/** The images of bodies: how large each is, and the versions of it that a browser may choose from. */
import { decodeEntities } from '../lib/html.ts';
import type { Image, Version } from './image-model.ts';
import { decodePath, encodePath } from '../lib/paths.ts';
import type { Body } from './body.ts';
import type { Picture, PictureSource } from './model.ts';
import { columnsIn } from './picture-rows.ts';

const IMAGE = /<img\b([^<>]*?)( ?\/)?>/g;
const ATTRIBUTE = /([a-z-]+)="([^"]*)"/g;

/**
 * Paths, below the site's root, of the images that bodies show, each with how
 * many stand beside one another there.
 */
export function shownPaths(bodies: Iterable<Body>, basePath: string): ReadonlyMap<string, number> {
  const paths = new Map<string, number>();
  for (const { html } of bodies) {
    if (!html.includes('<img')) continue;
    const columnsAt = columnsIn(html);
    for (const { 1: attributes = '', index } of html.matchAll(IMAGE)) {
      const path = pathOf(readAttributes(attributes).get('src') ?? '', basePath);
      if (path !== undefined) paths.set(path, Math.max(paths.get(path) ?? 0, columnsAt(index)));
    }
  }
  return paths;
}

/** What the site knows of its images. */
export interface Gallery {
  readonly images: readonly Image[];
  /** Path that the site lives under, without a slash at the end. */
  readonly basePath: string;
  /** How wide an image is shown that would take so many pixels, in a row of so many, for `sizes`. */
  readonly sizesOf: (width: number, columns: number) => string;
  /** The same for a portrait. */
  readonly portraitSizes: (image: Image) => string;
}

export class Pictures {
  readonly #gallery: Gallery;
  readonly #images: ReadonlyMap<string, Image>;

  constructor(gallery: Gallery) {
    this.#gallery = gallery;
    this.#images = new Map(gallery.images.map((image) => [image.path, image]));
  }

  /**
   * The same body with the size of every image of the site, so that nothing moves when it has come.
   * @param html of the site's own making
   */
  sized(html: string): string {
    if (this.#images.size === 0 || !html.includes('<img')) return html;
    return html.replace(IMAGE, (tag, written: string, end = '') => {
      const attributes = readAttributes(written);
      const image = this.#imageAt(attributes.get('src'));
      if (image === undefined || image.width === 0) return tag;
      const [width, height] = shownSize(image, attributes);
      const others = written.replace(/ (?:width|height)="[^"]*"/g, '');
      return `<img${others} width="${width}" height="${height}"${end}>`;
    });
  }

  /**
   * An image for its page.
   * @param written the attributes that it has in a body with sizes
   * @param columns how many stand beside one another there
   */
  picture(written: string, columns: number): Picture | undefined {
    const attributes = readAttributes(written);
    const image = this.#imageAt(attributes.get('src'));
    if (image === undefined || image.versions.length === 0) return undefined;
    const sizes = this.#gallery.sizesOf(Number(attributes.get('width')), columns);
    return {
      sources: this.#sources(image, sizes),
      attributes: Object.fromEntries(attributes),
    };
  }

  /** @param src its address on this site */
  portrait(src: string): Picture {
    const image = this.#imageAt(src);
    const sources = image && this.#sources(image, this.#gallery.portraitSizes(image));
    return { sources: sources ?? [], attributes: { src } };
  }

  #imageAt(src = ''): Image | undefined {
    const path = pathOf(src, this.#gallery.basePath);
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
    return this.#gallery.basePath + encodePath(path);
  }
}

/** The size that its writer gave it, in the proportions that it has. */
function shownSize(image: Image, attributes: ReadonlyMap<string, string>): [number, number] {
  const width = Number(attributes.get('width') ?? 0);
  const height = Number(attributes.get('height') ?? 0);
  const scale = width > 0 ? width / image.width : height > 0 ? height / image.height : 1;
  const pixels = (side: number): number => Math.max(1, Math.round(side * scale));
  return [pixels(image.width), pixels(image.height)];
}

/** Below the site's root, decoded; `undefined` for an address elsewhere. */
function pathOf(address: string, basePath: string): string | undefined {
  const [path = ''] = address.split(/[?#]/);
  if (!path.startsWith(`${basePath}/`) || path.startsWith('//')) return undefined;
  return decodePath(path.slice(basePath.length));
}

function readAttributes(written: string): Map<string, string> {
  return new Map(
    [...written.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [
      name,
      decodeEntities(value),
    ]),
  );
}
