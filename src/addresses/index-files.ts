/** Redirects of the folders whose index file is an old address. */
import { sortRedirects, type RedirectTable, type Source, type Targets } from './redirect.ts';

/** The files that web servers send for a folder, as old sites name them. */
const INDEX_FILE = /\/index\.(?:html?|php)$/i;

export function isIndexFile(path: string): boolean {
  return INDEX_FILE.test(path);
}

/**
 * Adds the folder of each index file, since the old server answered at both: `/old/` and `/old` for
 * `/old/index.php`. Leaves out folders that have a page, file or redirect of their own; patterns come after them.
 */
export function withFolders(table: RedirectTable, { titles, files }: Targets): RedirectTable {
  const { exact, gone, patterns } = table;
  const taken = new Set([
    '',
    ...[...titles.keys(), ...files].map((path) => bare(path.replace(/\/index\.html$/, '/'))),
    ...[...exact, ...gone, ...patterns.flatMap(({ known }) => known)].map(({ from }) => bare(from)),
  ]);
  const foldersOf = <Item extends Source>(sources: readonly Item[]): Item[] =>
    htmlFirst(sources).flatMap((source) => {
      const folder = folderOf(source);
      if (folder === undefined || taken.has(bare(folder.from))) return [];
      taken.add(bare(folder.from));
      return [folder];
    });
  return {
    exact: sortRedirects([...exact, ...foldersOf(exact)]),
    gone: [...gone, ...foldersOf(gone)],
    patterns,
  };
}

/** A stub at `index.html` is the index of its folder, so it decides where the folder leads. */
function htmlFirst<Item extends Source>(sources: readonly Item[]): Item[] {
  return [...sources.filter(isHtml), ...sources.filter((source) => !isHtml(source))];
}

function isHtml({ from }: Source): boolean {
  return /\.html$/i.test(from);
}

function folderOf<Item extends Source>(source: Item): Item | undefined {
  const { from, spellings } = source;
  if (!isIndexFile(from)) return undefined;
  const folder = { ...source, from: from.replace(INDEX_FILE, '/') };
  return spellings === undefined
    ? folder
    : { ...folder, spellings: spellings.map((path) => path.replace(INDEX_FILE, '/')) };
}

/** Equal for a folder with and without its slash. */
function bare(path: string): string {
  return path.normalize('NFC').toLowerCase().replace(/\/$/, '');
}
