/** Finds the pages that replace those of an earlier version of the site. */
import { foldPath } from '../lib/paths.ts';
import type { Published, PublishedPage } from './published-model.ts';

/** Names of feeds, also those of other generators. */
const FEED = /(?<=\/)(?:rss|atom|feed|index)\.(?:xml|json)$/;
/** Pages of tags, authors, series, years and months, and the later ones of these and of the home page; below `/de/` in another language. */
const LIST =
  /^\/(?:[a-z]{2,3}(?:-[a-z\d]+)*\/)?(?:(tags|authors|series|page)\/[^/]+|\d{4}(?:\/\d\d)?)(?:\/page\/\d+)?\/$/;

/** Of the pages in a language other than the main one: `/de/`. */
const LANGUAGE_FOLDER = /^\/[a-z]{2,3}(?:-[a-z\d]+)*\//;

/** A page is replaced only by one of its kind. */
function kindOf(path: string): string {
  if (FEED.test(path)) return 'feed';
  const list = LIST.exec(path);
  return list === null ? 'page' : (list[1] ?? 'archive');
}

export class Successors {
  readonly #earlier: ReadonlyMap<string, PublishedPage>;
  readonly #current: ReadonlySet<string>;
  readonly #lost: readonly PublishedPage[];
  readonly #added: readonly PublishedPage[];

  /** @param others pages that every site has, such as the archive */
  constructor(earlier: Published, current: Published, others: Iterable<string>) {
    this.#earlier = new Map(earlier.pages.map((page) => [foldPath(page.path), page]));
    this.#current = new Set([...current.pages.map(({ path }) => path), ...others]);
    this.#lost = earlier.pages.filter(({ path }) => !this.#current.has(path));
    // A page that was there before is not what another was renamed to.
    this.#added = current.pages.filter(({ path }) => !this.#earlier.has(foldPath(path)));
  }

  /** The path of the page that replaces one, or `undefined` if nothing does. */
  of(path: string): string | undefined {
    if (this.#current.has(path)) return path;
    const earlier = this.#earlier.get(foldPath(path));
    const same = earlier && this.#same(earlier);
    if (same !== undefined) return same.path;
    const inMain = path.replace(LANGUAGE_FOLDER, '/');
    if (inMain !== path && this.#current.has(inMain)) return inMain;
    const [feed] = FEED.exec(path) ?? [];
    if (feed !== undefined) return this.#feed(path.slice(0, -feed.length), feed);
    return LIST.test(path) ? this.#listAbove(path) : undefined;
  }

  /** The same page at another address. Texts and titles count only if they are unique. */
  #same({ path, title, guid, text }: PublishedPage): PublishedPage | undefined {
    const kind = kindOf(path);
    if (kind === 'feed') return undefined;
    const find = (field: 'guid' | 'text' | 'title', value = ''): PublishedPage | undefined => {
      const isIt = (page: PublishedPage): boolean =>
        value !== '' && page[field] === value && kindOf(page.path) === kind;
      const [first, second] = this.#added.filter(isIt);
      const isUnique = second === undefined && this.#lost.filter(isIt).length === 1;
      return isUnique ? first : undefined;
    };
    return find('guid', guid) ?? find('text', text) ?? find('title', title);
  }

  /** A feed of the list that replaces that of the feed, or of all posts, in the same format if there is one. */
  #feed(folder: string, name: string): string | undefined {
    const list = folder === '/' ? undefined : this.of(folder);
    const folders = list === undefined ? ['/'] : [list, '/'];
    return folders
      .flatMap((own) => [`${own}${name}`, `${own}atom.xml`])
      .find((path) => this.#current.has(path));
  }

  #listAbove(path: string): string | undefined {
    const above = path.replace(/(?<![^/])(?:page\/\d+|[^/]+)\/$/, '');
    if (/^\/\d{4}\/$/.test(path)) return '/archive/';
    return this.#current.has(above) ? above : (this.of(above) ?? '/');
  }
}
