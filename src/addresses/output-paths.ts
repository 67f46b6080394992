/** Lists the output paths of a site with their owners, for the collision check. */
import { basename } from 'node:path/posix';
import type { AuthorEntry, PostEntry } from '../content/entries.ts';
import { unpackedName } from '../lib/attachments.ts';
import { groupBy } from '../lib/group-by.ts';
import { listPaths } from '../lib/list-pages.ts';
import { foldFile, folderOf, PICTURES_FILE, WORD_FILES } from '../lib/paths.ts';
import type { AddedPage } from './added-page.ts';
import type { PageAddress } from './address.ts';
import type { PlannedEdition } from './editions.ts';
import { pagesBelow } from './fixed-pages.ts';
import type { PlannedPost } from './plan-entries.ts';
import { SITE_ITSELF, type OutputPath } from './collisions.ts';
import { preservedAddresses, type Addressed, type RedirectTable } from './redirect.ts';
import type { Term } from './taxonomies.ts';

export function outputPath(path: string, what: string, owner = SITE_ITSELF): OutputPath {
  return { path, what, owner };
}

export function outputPaths(paths: readonly string[], what: string): OutputPath[] {
  return paths.map((path) => outputPath(path, what));
}

/** What else the editor is made of has names that no page has. */
const EDITOR = ['/admin/', '/admin/config.json', '/admin/editor.js', '/admin/style.css'];

/** Files of the site as a whole. */
export function ownPaths(card: string, hasEditor: boolean): OutputPath[] {
  return [
    outputPath(card, 'a picture'),
    outputPath('/.perennial', 'the list of addresses'),
    ...outputPaths(hasEditor ? EDITOR : [], 'the editor'),
  ];
}

/** Files of the search index with fixed names; the others are named by hash. */
export function searchPaths({ path }: PageAddress): OutputPath[] {
  const files = [
    ...['pagefind.js', 'pagefind-worker.js', 'pagefind-entry.json'],
    ...[PICTURES_FILE, ...WORD_FILES],
  ];
  return outputPaths(
    files.map((name) => path + name),
    'a search file',
  );
}

/** Home page and lists. @param located posts whose address is known */
export function editionPaths(
  { root, fixed, posts, tags, authors, series, seriesIndex }: PlannedEdition,
  located: ReadonlySet<PlannedPost>,
  pageSize: number,
): OutputPath[] {
  const entries = posts.filter((post) => located.has(post)).map(({ entry }) => entry);
  const pages = [...pagesBelow(root, fixed), ...seriesIndex].map(({ path }) => path);
  const lists = [...tags, ...authors, ...series].flatMap(({ path, count }) =>
    listPaths(path, count),
  );
  return [
    ...outputPaths(pages, 'a page'),
    ...archivePaths(entries, pageSize, root),
    ...outputPaths(lists, 'a list of posts'),
  ];
}

/** @param root path of the home page */
function archivePaths(entries: readonly PostEntry[], pageSize: number, root: string): OutputPath[] {
  const dates = entries.map(({ fields }) => fields.publishDate);
  const months = groupBy(dates, ({ year, month }) => [`${root}${year}/${month}/`]);
  const paths = [
    ...new Set(dates.map(({ year }) => `${root}${year}/`)),
    ...[...months].flatMap(([path, inMonth]) => listPaths(path, inMonth.length)),
    ...listPaths(root, entries.length, pageSize).slice(1),
  ];
  return outputPaths(paths, 'a list of posts');
}

export function entryPaths(entries: readonly Addressed[], what: string): OutputPath[] {
  return entries.map(({ entry, address }) => {
    const [preserved] = preservedAddresses([{ entry, address }]);
    const { file, fields } = entry;
    const hasSlug = 'slug' in fields && fields.slug !== undefined;
    const owner = preserved?.owner ?? (hasSlug ? { file, field: 'slug' } : { file });
    return outputPath(address.path, what, owner);
  });
}

/** Pages of templates that the owner has added. */
export function addedPaths(pages: readonly AddedPage[]): OutputPath[] {
  return pages.map(({ path, file }) => outputPath(path, 'the page', { file, field: 'permalink' }));
}

export function filePath(path: string, what: string, file: string): OutputPath {
  return { ...outputPath(path, what, { file }), isFile: true };
}

/** Attachments of posts and pages, including unused ones, since a link may still be added. */
export function attachmentPaths(entries: readonly Addressed[]): OutputPath[] {
  return entries.flatMap(({ entry, address }) =>
    entry.files.flatMap((file) => {
      const path = folderOf(address.path) + file;
      const own = filePath(path, `the file ${file}`, entry.file);
      const unpacked = unpackedName(path);
      // A folder is not sent, and one with the file beside it is packed on purpose: settings allow it.
      if (unpacked === undefined || !basename(unpacked).includes('.')) return [own];
      if (entry.files.some((other) => unpackedName(file) === other)) return [own];
      return [own, filePath(unpacked, `the file ${file}, unpacked by a server,`, entry.file)];
    }),
  );
}

/** Cards collide only if their posts do; sharing a `target` avoids reporting that twice. */
export function cardPaths(
  posts: readonly (Addressed & { readonly card: PageAddress })[],
): OutputPath[] {
  return posts.map(({ entry, card }) => ({
    target: foldFile(card.path),
    ...filePath(card.path, 'the card', entry.file),
  }));
}

export function avatarPaths(
  entries: readonly AuthorEntry[],
  authors: readonly Term[],
): OutputPath[] {
  const paths = new Map(authors.map(({ name, path }) => [name, path]));
  return entries.flatMap(({ file, fields: { name, avatar } }) => {
    const path = paths.get(name);
    if (path === undefined || avatar === undefined || /^https?:\/\//.test(avatar)) return [];
    return [filePath(path + avatar.replace(/^\.\//, ''), 'the avatar', file)];
  });
}

export function redirectPaths({ exact, gone, patterns }: RedirectTable): OutputPath[] {
  const redirects = [...exact, ...patterns.flatMap(({ known }) => known)];
  return [
    ...redirects.map(({ from, to, owner }) => ({
      ...outputPath(from, 'the old address', owner),
      target: to.path,
    })),
    // An index file and its folder are one file, and may both be gone.
    ...gone.map(({ from, owner }) => ({
      ...outputPath(from, 'the old address', owner),
      target: 'gone',
    })),
  ];
}
