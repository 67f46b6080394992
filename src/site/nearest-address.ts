/** Suggests what a link that leads nowhere may have meant. */
import { suggestName } from '../lib/suggest-name.ts';
import { groupBy } from '../lib/group-by.ts';

/** Shorter names, such as numbers of pages, say too little without their folder. */
const SHORTEST_UNIQUE = 4;

/** Paths of a site by their last part, since a typo or a move changes little more than the rest. */
export class NearestAddress {
  readonly #byName: ReadonlyMap<string, readonly string[]>;
  /** Names by their first letter, which a typo seldom changes. */
  readonly #byLetter: ReadonlyMap<string, readonly string[]>;
  readonly #found = new Map<string, string | undefined>();

  /** @param paths below the site root, decoded */
  constructor(paths: Iterable<string>) {
    this.#byName = groupBy([...paths], (path) => [nameOf(path)]);
    this.#byLetter = groupBy([...this.#byName.keys()], (name) => [name.charAt(0)]);
  }

  /** The path whose last part is the same or nearly so, in the same folder if there are several. */
  of(path: string): string | undefined {
    if (!this.#found.has(path)) this.#found.set(path, this.#search(path));
    return this.#found.get(path);
  }

  #search(path: string): string | undefined {
    const name = nameOf(path);
    if (name === '') return undefined;
    const names = this.#byLetter.get(name.charAt(0)) ?? [];
    const found = this.#byName.has(name) ? name : suggestName(name, names);
    const paths = (found !== undefined && this.#byName.get(found)) || [];
    const folder = folderOf(path);
    const beside = paths.find((other) => folderOf(other) === folder);
    return beside ?? (name.length < SHORTEST_UNIQUE ? undefined : paths[0]);
  }
}

/** `hello` of `/2024/03/Hello/`, `/hello/index.html` and `/hello.html`. */
function nameOf(path: string): string {
  return partsOf(path).at(-1) ?? '';
}

function folderOf(path: string): string {
  return partsOf(path).slice(0, -1).join('/');
}

function partsOf(path: string): string[] {
  return path
    .toLowerCase()
    .replace(/\/index\.html?$/, '/')
    .replace(/\.html?$/, '')
    .split('/')
    .filter((part) => part !== '');
}
