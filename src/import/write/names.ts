/** Names for the folders of posts and the files of pages. */
import { cutBytes, foldAddress, foldFile, isPortable } from '../../lib/paths.ts';
import { shortSlug, slugOf } from '../../lib/slug.ts';
import type { ImportedEntry } from '../model.ts';
import { ownText } from '../../lib/own-copy.ts';

/** What the name of an entry is made from. */
export type Nameable = Pick<
  ImportedEntry,
  'id' | 'type' | 'status' | 'title' | 'slug' | 'published' | 'legacyUrls'
>;

/** Leaves room for an ending such as `-2024`. */
const MAX_BYTES = 180;

/** Addresses at which every site has a page or folder of its own. */
const RESERVED_PAGES: ReadonlySet<string> = new Set([
  ...['index', '404', 'tags', 'authors', 'archive', 'subscribe', 'search', 'series', 'page'],
  ...['cards', 'comments', 'css', 'feeds', 'hashed', 'icons', 'js', 'pagefind'],
]);

/**
 * Paths below the content folder by entry: `posts/roses`, `pages/about`. No two are the same on any file
 * system. Entries that were public have the first choice, then the oldest.
 * @param known paths of earlier imports, by entry
 * @param taken other paths that are in use
 */
export function planPaths(
  entries: readonly Nameable[],
  known: ReadonlyMap<string, string>,
  taken: Iterable<string>,
): Map<string, string> {
  const paths = new Map(
    entries.flatMap(({ id, type }): [string, string][] => {
      const path = known.get(id);
      return path?.startsWith(`${type}s/`) === true ? [[id, path]] : [];
    }),
  );
  const used = new Set([...taken, ...known.values()].map(foldFile));
  const pages = pagesByAddress(entries);
  for (const entry of entries.toSorted(byPriority)) {
    if (paths.has(entry.id)) continue;
    const parent = parentOf(entry, pages);
    const folder = (parent && paths.get(parent.id)) ?? `${entry.type}s`;
    const path = freePath(`${folder}/${nameOf(entry)}`, entry, used);
    used.add(foldFile(path));
    // In memory, a joined text keeps its parts.
    paths.set(entry.id, ownText(path));
  }
  return paths;
}

/** File of the text: `posts/roses/index.md`, `pages/about.md`. */
export function mainFile(path: string, type: ImportedEntry['type']): string {
  return type === 'post' ? `${path}/index.md` : `${path}.md`;
}

/** `mainFile` turned round. */
export function entryPath(file: string): string {
  return file.replace(/(?:\/index)?\.md$/, '');
}

/**
 * Where the files of a text are, below the content folder, and how its links begin that lead there. Those of
 * a page are in a folder of its name beside it, because only pages directly in `pages` are in the navigation.
 */
export function folderOf(
  path: string,
  type: ImportedEntry['type'],
): { readonly folder: string; readonly link: string } {
  const link = type === 'post' ? '' : `${path.slice(path.lastIndexOf('/') + 1)}/`;
  return { folder: `${path}/`, link };
}

function byPriority(a: Nameable, b: Nameable): number {
  return (
    Number(b.status === 'public') - Number(a.status === 'public') ||
    depthOf(a) - depthOf(b) ||
    timeOf(a) - timeOf(b) ||
    (a.id < b.id ? -1 : 1)
  );
}

/** Pages come after the pages above them. */
function depthOf({ type, legacyUrls: [address = ''] }: Nameable): number {
  return type === 'page' ? address.split('/').filter((part) => part !== '').length : 0;
}

/** Milliseconds; undated entries come last. */
function timeOf({ published = '' }: Nameable): number {
  const time = Date.parse(published);
  return Number.isNaN(time) ? Number.MAX_SAFE_INTEGER : time;
}

function pagesByAddress(entries: readonly Nameable[]): Map<string, Nameable> {
  return new Map(
    entries.flatMap((entry): [string, Nameable][] => {
      const [address] = entry.legacyUrls;
      return entry.type === 'page' && address !== undefined ? [[foldAddress(address), entry]] : [];
    }),
  );
}

/** The page at the address above that of a page: that of `/about/` for `/about/team/`. */
function parentOf(
  { type, legacyUrls: [address = ''] }: Nameable,
  pages: ReadonlyMap<string, Nameable>,
): Nameable | undefined {
  const above = /^(\/[^?#]+\/)[^/?#]+\/?$/.exec(address)?.[1];
  return type === 'page' && above !== undefined ? pages.get(foldAddress(above)) : undefined;
}

/** The path, or with its year or a number at the end. */
function freePath(path: string, { published }: Nameable, used: ReadonlySet<string>): string {
  const year = /^\d{4}/.exec(published ?? '')?.[0];
  if (!used.has(foldFile(path))) return path;
  if (year !== undefined && !used.has(foldFile(`${path}-${year}`))) return `${path}-${year}`;
  for (let count = 2; ; count++)
    if (!used.has(foldFile(`${path}-${count}`))) return `${path}-${count}`;
}

/** A valid slug, at most 200 bytes long: that of the old address, or made from the title, or from the id. */
function nameOf({ id, type, slug = '', title }: Nameable): string {
  const name =
    safeName(slug.replace(/\.(?:html?|php|aspx?)$/i, '')) ||
    safeName(shortSlug(slugOf(title), MAX_BYTES)) ||
    `${type}-${safeName(id.slice(-40)).replace(/^.*[^\p{L}\p{N}]/u, '') || '1'}`;
  const isTaken = type === 'page' && (RESERVED_PAGES.has(name) || /^\d{4}$/.test(name));
  return isTaken || !isPortable(name) ? `${type}-${name}` : name;
}

/** Lower-case letters, digits and hyphens, and what else slugs may have; empty if there are none. */
function safeName(text: string): string {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}._~-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+/u, '');
  return cutBytes(words, MAX_BYTES).replace(/(?<![.-])[.-]+$/, '');
}
