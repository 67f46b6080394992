/**
 * Lookup in the 404 index, `/addresses.json`: finds the page that an unknown
 * address was meant for, or similar pages. Paths are decoded and relative to
 * the site's root.
 */

import { bare, fold, letters } from './not-found-paths.js';
import { WordIndex } from './not-found-words.js';

/** A page of the site: `{ path, title }`. */
export class NotFoundIndex {
  #pages;
  #redirects;
  #patterns;
  #byPath;
  #byLetters;
  #index;

  /** @param index the parsed JSON file */
  constructor({ pages, redirects, patterns }) {
    this.#pages = pages.map(([path, title]) => ({ path, title }));
    this.#redirects = new Map(redirects.map(([from, page]) => [fold(from), this.#pages[page]]));
    this.#patterns = patterns.map(([source, to]) => [new RegExp(source, 'isu'), to]);
    this.#byPath = new Map(this.#pages.map((page) => [bare(page.path), page]));
    this.#byLetters = unambiguous([
      ...[...this.#byPath].map(([path, page]) => [letters(path), page]),
      ...[...this.#redirects].map(([path, page]) => [letters(bare(path)), page]),
    ]);
  }

  /** The page that a misspelt or old address belongs to. */
  find(asked) {
    for (const written of spellings(asked)) {
      const found =
        this.#redirects.get(fold(written)) ??
        this.#byPath.get(bare(written)) ??
        this.#byPattern(written) ??
        this.#redirects.get(bare(written)) ??
        this.#redirects.get(`${bare(written)}.html`) ??
        this.#byLetters.get(letters(bare(written)));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What `find` looks up for an address: its spellings, and where patterns lead from them. */
  pathsFor(asked) {
    return spellings(asked).flatMap((path) => {
      const target = this.#target(path);
      return target === undefined ? [path] : [path, target];
    });
  }

  /** Up to `count` pages that share words with the path's last segment, best match first. */
  suggest(path, count) {
    this.#index ??= new WordIndex(this.#pages);
    const found = this.#index.nearest(path, count);
    const folder = this.#folderOf(path);
    if (folder !== undefined && found.length < count && !found.includes(folder)) found.push(folder);
    return found;
  }

  #byPattern(path) {
    const target = this.#target(path);
    return target === undefined ? undefined : this.#byPath.get(bare(target));
  }

  /** Where the first pattern leads that matches. */
  #target(path) {
    const [pattern, to] = this.#patterns.find(([source]) => source.test(path)) ?? [];
    return pattern === undefined ? undefined : path.replace(pattern, to);
  }

  /** The closest archive page above a path: April 2021 for `/2021/04/hello.html`. */
  #folderOf(path) {
    const parts = bare(path).split('/');
    while (parts.length > 2) {
      parts.pop();
      const page = this.#byPath.get(parts.join('/'));
      if (page !== undefined) return page;
    }
    return undefined;
  }
}

/** Punctuation that gets stuck to a link in running text. */
const STUCK = /(?<![\s)\]>}"'\u2019\u201d.,;:!?*_])[\s)\]>}"'\u2019\u201d.,;:!?*_]+$/u;

/** A path as asked for, and without what got stuck to it. */
function spellings(asked) {
  const path = asked.normalize('NFC');
  return [path, path.replace(STUCK, '')];
}

/** A map without the keys that stand for several values. */
function unambiguous(pairs) {
  const values = new Map();
  for (const [key, value] of pairs)
    values.set(key, values.has(key) && values.get(key) !== value ? undefined : value);
  return values;
}
