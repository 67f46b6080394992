/**
 * Shows the images, frames and players whose address a script of the old blog would fill in:
 * WordPress plug-ins, lazysizes and others leave a placeholder in `src`.
 */
import { elementsOf, isTag, type Element } from '../../lib/html.ts';
import { isRelative } from '../../lib/paths.ts';
import { urlsOf } from '../../lib/srcset.ts';
import type { BodyTree } from '../body.ts';
import { findFile } from '../urls.ts';
import { removeDoubles } from './noscript.ts';
import { LAZY_SRC, LAZY_SRCSET } from './lazy-attributes.ts';
import { isPlaceholder } from './placeholder.ts';

const MEDIA = /^(?:img|iframe|video|audio|source)$/;

/** Versions of one image; no honest one has as many. */
const MOST_URLS = 100;

/** Gives media their real address, and removes what would show it a second time. */
export function showLazyMedia(body: BodyTree): void {
  const elements = elementsOf(body.tree);
  const offers = new Offers(body);
  const lazy = new Set(
    elements.filter((element) => MEDIA.test(element.name) && fill(element, offers)),
  );
  removeDoubles(elements, lazy);
}

/** Fills in the real address; whether there was one. */
function fill(element: Element, offers: Offers): boolean {
  const { name, attribs } = element;
  const named = lazyUrls(element);
  const isUnnamed = named.length === 0 && name === 'img' && isPlaceholder(attribs['src']);
  const offered = isUnnamed
    ? [...urlsOf(attribs['srcset'] ?? '').filter(isAddress), ...offers.urlsAround(element)]
    : named;
  const urls = offered.slice(0, MOST_URLS);
  const [first] = urls;
  if (first === undefined) return false;
  const local = [...urls, ...shownNow(element)].find((url) => offers.isThere(url));
  attribs['src'] = local ?? first;
  // The size of a placeholder.
  if ([attribs['width'], attribs['height']].some((side) => Number(side ?? Infinity) <= 1)) {
    delete attribs['width'];
    delete attribs['height'];
  }
  return true;
}

/** What a body offers: read once, since thousands of images may be in one `picture`. */
class Offers {
  readonly #files: readonly string[];
  readonly #inPictures = new Map<Element, readonly string[]>();
  readonly #there = new Map<string, boolean>();

  constructor({ source }: BodyTree) {
    this.#files = source.files;
  }

  /** Addresses of the sources beside an image in a `picture`. */
  urlsAround({ parent }: Element): readonly string[] {
    if (parent === null || !isTag(parent) || parent.name !== 'picture') return [];
    let urls = this.#inPictures.get(parent);
    if (urls === undefined) {
      urls = elementsOf(parent).flatMap(sourceUrls).slice(0, MOST_URLS);
      this.#inPictures.set(parent, urls);
    }
    return urls;
  }

  /** Whether the post has the file. */
  isThere(url: string): boolean {
    let isThere = this.#there.get(url);
    if (isThere === undefined) {
      isThere = isRelative(url) && findFile(url, this.#files) !== undefined;
      this.#there.set(url, isThere);
    }
    return isThere;
  }
}

/** The largest first. */
function lazyUrls({ attribs }: Element): string[] {
  const attributes = Object.entries(attribs);
  const sets = attributes.filter(([name]) => LAZY_SRCSET.test(name));
  const single = attributes.filter(([name]) => LAZY_SRC.test(name));
  return [
    ...sets.flatMap(([, value]) => urlsOf(value)),
    ...single.map(([, value]) => value.trim()),
  ].filter(isAddress);
}

function sourceUrls(element: Element): string[] {
  const { name, attribs } = element;
  if (name !== 'source') return [];
  return [...lazyUrls(element), ...urlsOf(attribs['srcset'] ?? '').filter(isAddress)];
}

/** Scripts use the same attributes for other things, such as `true` or JSON. */
function isAddress(value: string): boolean {
  return /[./]/.test(value) && !/^(?:[{["]|data:|blob:|about:)/i.test(value);
}

/** An import may have saved the image that `src` names, and forgotten the lazy one. */
function shownNow({ attribs }: Element): string[] {
  const { src } = attribs;
  return src === undefined || isPlaceholder(src) ? [] : [src.trim()];
}
