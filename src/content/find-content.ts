/** Lists the posts, pages and authors of a content folder, and warns about stray files. */
import type { Dirent } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Problems, type Problem } from '../lib/problem.ts';
import { checkTheme } from './check-theme.ts';
import { listFolder, lookUp, reportLink, reportStray, visibleEntries } from './files.ts';
import { displayPath } from '../lib/user-folder.ts';
import { folderHint, looseHint, nestedPosts, rootFileHint } from './misplaced.ts';

/** Paths to read, sorted by name. */
export interface ContentFiles {
  readonly posts: readonly PostFolder[];
  readonly pages: readonly PageFile[];
  /** JSON files. */
  readonly authors: readonly string[];
}

export interface PostFolder {
  readonly slug: string;
  readonly folder: string;
  /** Instead of the text of its `index.md`. */
  readonly unsaved?: string;
}

export interface PageFile {
  readonly path: string;
  /** Path below `pages` without the extension, with forward slashes: `projects/rocket`. */
  readonly slug: string;
  /** Instead of the text of the file. */
  readonly unsaved?: string;
}

export function findContent(contentDir: string, problems: Problems): ContentFiles {
  for (const entry of visibleEntries(contentDir, problems)) checkEntry(entry, contentDir, problems);
  checkTheme(contentDir, problems);
  const posts = join(contentDir, 'posts');
  return {
    posts: sectionEntries(posts, problems)
      .filter((entry) => isPost(entry, posts, problems))
      .map((entry) => ({ slug: entry.name, folder: join(posts, entry.name) })),
    pages: pagesIn(join(contentDir, 'pages'), '', problems),
    authors: filesIn(sectionEntries(join(contentDir, 'authors'), problems), '.json', problems),
  };
}

/** @param prefix path of `folder` below `pages`, with a slash at the end unless it is empty */
function pagesIn(folder: string, prefix: string, problems: Problems): PageFile[] {
  const entries = sectionEntries(folder, problems);
  const own = filesIn(entries, '.md', problems).map((path) => ({
    path,
    slug: prefix + basename(path, '.md'),
  }));
  const nested = entries
    .filter((entry) => entry.isDirectory() && !entry.name.endsWith('.md'))
    .flatMap(({ name }) => pagesIn(join(folder, name), `${prefix}${name}/`, problems));
  return [...own, ...nested];
}

/** Paths of the files with the given extension. */
function filesIn(entries: readonly Dirent[], extension: string, problems: Problems): string[] {
  return entries.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    if (extension === '.md' && entry.isFile() && UNSUPPORTED.test(entry.name))
      problems.error({ file: displayPath(path), ...unsupported(entry.name) });
    if (!entry.name.endsWith(extension)) return [];
    if (entry.isFile()) return [path];
    if (entry.isSymbolicLink()) reportLink(path, problems);
    else reportStray(path, `is not a file despite its extension \`${extension}\``, problems);
    return [];
  });
}

/** Entries of `posts`, `pages` or `authors`. Unlike the content folder, these may not be links. */
function sectionEntries(folder: string, problems: Problems): Dirent[] {
  if (lookUp(folder)?.isSymbolicLink() !== true) return visibleEntries(folder, problems);
  reportLink(folder, problems);
  return [];
}

/** Markdown extensions that other generators read. */
const UNSUPPORTED = /\.(?:mdx|markdown|mdown|mkd)$/i;

function unsupported(name: string): Pick<Problem, 'code' | 'message' | 'hint'> {
  return {
    code: 'file-unsupported',
    message: `\`${name}\` is not supported, since posts and pages are read only from \`.md\` files.`,
    hint: 'Rename it to `.md`, and rewrite what only its own format supports, such as components, as Markdown or HTML.',
  };
}

const NO_INDEX = {
  code: 'post-index-missing',
  message: 'The folder is in `posts` but has no `index.md`, so there is no post to show.',
  hint: 'Name the text of the post `index.md`, or remove the folder.',
};

/** Describes why a post has no `index.md`: perhaps it has another extension. */
export function missingIndex(
  path: string,
): Pick<Problem, 'code' | 'message' | 'hint'> & { readonly file?: string } {
  const folder = dirname(path);
  const index = listFolder(folder, new Problems()).find(
    ({ name }) => name.startsWith('index.') && UNSUPPORTED.test(name),
  );
  return index === undefined
    ? { ...NO_INDEX, ...nestedPosts(folder) }
    : { file: displayPath(join(folder, index.name)), ...unsupported(index.name) };
}

function isPost(entry: Dirent, posts: string, problems: Problems): boolean {
  if (entry.isDirectory()) return true;
  const path = join(posts, entry.name);
  if (entry.isSymbolicLink()) reportLink(path, problems);
  else
    reportStray(
      path,
      'is in `posts`, where each post is a folder with an `index.md`',
      problems,
      looseHint(path),
    );
  return false;
}

const FOLDERS: ReadonlySet<string> = new Set(['posts', 'pages', 'authors', 'theme', 'public']);
const FILES: ReadonlySet<string> = new Set([
  'site.yaml',
  'tags.yaml',
  'series.yaml',
  'redirects.yaml',
  'feed-ids.json',
]);
/** Extensions that a writer may expect to be read. */
const LIKE_CONTENT = /\.(?:md|markdown|ya?ml|json|toml)$/i;

function checkEntry(entry: Dirent, contentDir: string, problems: Problems): void {
  const { name } = entry;
  const path = join(contentDir, name);
  if (entry.isDirectory() && !FOLDERS.has(name))
    reportStray(
      path,
      'is not one of the folders `posts`, `pages`, `authors`, `theme` and `public`',
      problems,
      folderHint(path),
    );
  else if (
    entry.isFile() &&
    LIKE_CONTENT.test(name) &&
    !FILES.has(name) &&
    !/^readme\./i.test(name)
  )
    reportStray(
      path,
      'is not one of `site.yaml`, `tags.yaml`, `series.yaml`, `redirects.yaml` and `feed-ids.json`',
      problems,
      rootFileHint(path),
    );
}
