/** Finds and reads the files of a content folder, in an order that no file system decides. */
import { lstatSync, readdirSync, type Dirent, type Stats } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { leadsOut } from '../lib/paths.ts';
import { Problems, type Problem } from '../lib/problem.ts';

/** What there is to read, before anything of it is read; in the order of the names. */
export interface ContentFiles {
  readonly posts: readonly PostFolder[];
  /** Paths of Markdown files. */
  readonly pages: readonly string[];
  /** Paths of JSON files. */
  readonly authors: readonly string[];
}

/** A post's folder. */
export interface PostFolder {
  readonly slug: string;
  readonly folder: string;
}

export function findContent(contentDir: string, problems: Problems): ContentFiles {
  for (const entry of ownEntries(contentDir, problems)) reportStray(entry, contentDir, problems);
  const posts = join(contentDir, 'posts');
  return {
    posts: entriesOfPart(posts, problems)
      .filter((entry) => isPost(entry, posts, problems))
      .map((entry) => ({ slug: entry.name, folder: join(posts, entry.name) })),
    pages: filesIn(join(contentDir, 'pages'), '.md', problems),
    authors: filesIn(join(contentDir, 'authors'), '.json', problems),
  };
}

/** Files of `folder` whose name ends in `extension`; none when there is no such folder. */
function filesIn(folder: string, extension: string, problems: Problems): string[] {
  return entriesOfPart(folder, problems).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (extension === '.md' && entry.isFile() && UNSUPPORTED.test(entry.name))
      problems.error({ file: displayPath(path), ...unsupported(entry.name) });
    if (!entry.name.endsWith(extension)) return [];
    if (entry.isFile()) return [path];
    if (entry.isSymbolicLink()) reportLink(path, problems);
    else ignore(path, `is no file, though its name ends in \`${extension}\``, problems);
    return [];
  });
}

/** Texts in formats of other generators. */
const UNSUPPORTED = /\.(?:mdx|markdown|mdown|mkd)$/i;

function unsupported(name: string): Pick<Problem, 'code' | 'message' | 'hint'> {
  return {
    code: 'file-unsupported',
    message: `\`${name}\` is not supported: texts are read from files whose names end in \`.md\`.`,
    hint: 'Rename it to `.md`, and write what only its own format knows, such as components, as Markdown or HTML.',
  };
}

/** What to say of a post's folder without `index.md`, when its text has another name. */
export function unsupportedIndex(
  folder: string,
): Pick<Problem, 'file' | 'code' | 'message' | 'hint'> | undefined {
  const name = entriesOf(folder, new Problems())
    .map((entry) => entry.name)
    .find((entry) => entry.startsWith('index.') && UNSUPPORTED.test(entry));
  return name === undefined
    ? undefined
    : { file: displayPath(join(folder, name)), ...unsupported(name) };
}

function isPost(entry: Dirent, posts: string, problems: Problems): boolean {
  if (entry.isDirectory()) return true;
  const path = join(posts, entry.name);
  if (entry.isSymbolicLink()) reportLink(path, problems);
  else
    ignore(path, 'lies among the posts, where each post is a folder with an `index.md`', problems);
  return false;
}

/** What a content folder is made of. */
const FOLDERS: ReadonlySet<string> = new Set(['posts', 'pages', 'authors']);
const SETTINGS: ReadonlySet<string> = new Set(['site.yaml', 'redirects.yaml', 'feed-ids.json']);
/** Kinds of file that somebody may take for content. */
const LIKE_CONTENT = /\.(?:md|markdown|ya?ml|json|toml)$/i;

function reportStray(entry: Dirent, contentDir: string, problems: Problems): void {
  const { name } = entry;
  const path = join(contentDir, name);
  if (entry.isDirectory() && !FOLDERS.has(name))
    ignore(path, 'is none of the folders `posts`, `pages` and `authors`', problems);
  else if (entry.isFile() && LIKE_CONTENT.test(name) && !SETTINGS.has(name) && !isReadme(name))
    ignore(path, 'is none of `site.yaml`, `redirects.yaml` and `feed-ids.json`', problems);
}

function isReadme(name: string): boolean {
  return /^readme\./i.test(name);
}

/** A link could lead out of the content folder, to files that are nobody's business. */
export function reportLink(path: string, problems: Problems): void {
  problems.error({
    code: 'symbolic-link',
    file: displayPath(path),
    message: `"${basename(path)}" is a symbolic link, which is not followed since it can lead out of the content folder.`,
    hint: 'Put the file or folder itself there, or remove the link.',
  });
}

function ignore(path: string, what: string, problems: Problems): void {
  problems.warn({
    code: 'content-stray',
    file: displayPath(path),
    message: `"${basename(path)}" ${what}, so it is ignored.`,
    hint: 'Move or rename it to what it is meant to be, or remove it.',
  });
}

/** All files below `folder` that are no Markdown, relative to it, with forward slashes. */
export function findAttachments(folder: string, problems: Problems): string[] {
  return filesBelow(
    folder,
    (entry) => isOwn(entry) && !isText(entry),
    problems,
    (entry, path) => {
      if (entry.isSymbolicLink()) reportLink(path, problems);
      else ignore(path, 'is no file', problems);
    },
  );
}

function isText(entry: Dirent): boolean {
  return entry.name.endsWith('.md') && !entry.isDirectory();
}

/** All files below `folder`, hidden ones too, relative to it, with forward slashes. */
export function findPublicFiles(folder: string, problems: Problems): string[] {
  return filesBelow(
    folder,
    ({ name }) => !isLeftover(name),
    problems,
    (_, path) => ignore(path, 'is a symbolic link or no file', problems),
  );
}

/**
 * @param refuse told of what is neither folder nor file, with its path
 * @param below where to begin, relative to `folder`
 */
function filesBelow(
  folder: string,
  isWanted: (entry: Dirent) => boolean,
  problems: Problems,
  refuse: (entry: Dirent, path: string) => void,
  below = '',
): string[] {
  return entriesOf(join(folder, below), problems).flatMap((entry) => {
    if (!isWanted(entry)) return [];
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(folder, isWanted, problems, refuse, path);
    if (entry.isFile()) return [path];
    refuse(entry, join(folder, path));
    return [];
  });
}

/** A path as the writer knows it: relative to the working folder where it lies inside. */
export function displayPath(path: string): string {
  const below = relative(process.cwd(), path);
  return (leadsOut(below) ? path : below).split(sep).join('/');
}

/** Entries of `posts`, `pages` or `authors`, each of which may be no link, as the content folder may. */
function entriesOfPart(folder: string, problems: Problems): Dirent[] {
  if (lookUp(folder)?.isSymbolicLink() !== true) return ownEntries(folder, problems);
  reportLink(folder, problems);
  return [];
}

/** Entries that somebody made: nothing hidden, nothing left over. */
function ownEntries(folder: string, problems: Problems): Dirent[] {
  return entriesOf(folder, problems).filter(isOwn);
}

function isOwn({ name }: Dirent): boolean {
  return !isHidden(name) && !isLeftover(name);
}

/** By name; none when there is no such folder. One that cannot be read must not pass for empty. */
function entriesOf(folder: string, problems: Problems): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  } catch (error) {
    // A symbolic link that leads nowhere is there, and was meant to hold something.
    if (isMissing(error) && lookUp(folder) === undefined) return [];
    problems.error({
      code: 'folder-unreadable',
      file: displayPath(folder),
      message: `The folder cannot be read, so what it holds would be missing from the site: ${error instanceof Error ? error.message : String(error)}.`,
      hint: 'Check that it is a folder and may be read.',
    });
    return [];
  }
}

/** What has this name, a symbolic link being one itself; `undefined` when nothing has. */
export function lookUp(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

/** Whether an error of `node:fs` says that there is no such file. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function isHidden(name: string): boolean {
  return name.startsWith('.');
}

/** Files that systems and editors leave behind. */
function isLeftover(name: string): boolean {
  return name === '.DS_Store' || name === 'Thumbs.db' || name.endsWith('~');
}
