/** Finds and reads the files of a content folder, in an order that no file system decides. */
import { isUtf8 } from 'node:buffer';
import { lstatSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { leadsOut } from '../paths.ts';
import type { Problem, Problems } from '../problem.ts';

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
  reportStrays(contentDir, problems);
  const posts = join(contentDir, 'posts');
  return {
    posts: ownEntries(posts, problems)
      .filter((entry) => isPost(entry, posts, problems))
      .map((entry) => ({ slug: entry.name, folder: join(posts, entry.name) })),
    pages: filesIn(join(contentDir, 'pages'), '.md', problems),
    authors: filesIn(join(contentDir, 'authors'), '.json', problems),
  };
}

/** Files of `folder` whose name ends in `extension`; none when there is no such folder. */
function filesIn(folder: string, extension: string, problems: Problems): string[] {
  const entries = ownEntries(folder, problems).filter(({ name }) => name.endsWith(extension));
  for (const { name } of entries.filter((entry) => !entry.isFile()))
    reportStray(
      join(folder, name),
      `is no file, though its name ends in \`${extension}\``,
      problems,
    );
  return entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
}

function isPost(entry: Dirent, posts: string, problems: Problems): boolean {
  if (entry.isDirectory()) return true;
  const what = entry.isSymbolicLink()
    ? 'is a symbolic link, and posts are read from folders alone'
    : 'lies among the posts, where each post is a folder with an `index.md`';
  reportStray(join(posts, entry.name), what, problems);
  return false;
}

/** What a content folder is made of. */
const FOLDERS: ReadonlySet<string> = new Set(['posts', 'pages', 'authors']);
const SETTINGS: ReadonlySet<string> = new Set(['site.yaml', 'redirects.yaml']);
/** Kinds of file that somebody may take for content. */
const LIKE_CONTENT = /\.(?:md|markdown|ya?ml|json|toml)$/i;

function reportStrays(contentDir: string, problems: Problems): void {
  for (const entry of ownEntries(contentDir, problems)) {
    const { name } = entry;
    const path = join(contentDir, name);
    if (entry.isDirectory() && !FOLDERS.has(name))
      reportStray(path, 'is none of the folders `posts`, `pages` and `authors`', problems);
    else if (entry.isFile() && LIKE_CONTENT.test(name) && !SETTINGS.has(name) && !isReadme(name))
      reportStray(path, 'is neither `site.yaml` nor `redirects.yaml`', problems);
  }
}

function isReadme(name: string): boolean {
  return /^readme\./i.test(name);
}

function reportStray(path: string, what: string, problems: Problems): void {
  problems.warn({
    code: 'content-stray',
    file: displayPath(path),
    message: `"${basename(path)}" ${what}, so it is ignored.`,
    hint: 'Move or rename it to what it is meant to be, or remove it.',
  });
}

/** All files below `folder` that are no Markdown, relative to it, with forward slashes. */
export function findAttachments(folder: string, problems: Problems): string[] {
  return filesBelow(folder, (entry) => isOwn(entry) && !isText(entry), problems);
}

function isText(entry: Dirent): boolean {
  return entry.name.endsWith('.md') && !entry.isDirectory();
}

/** All files below `folder`, hidden ones too, relative to it, with forward slashes. */
export function findPublicFiles(folder: string, problems: Problems): string[] {
  return filesBelow(folder, ({ name }) => !isLeftover(name), problems);
}

/** @param below where to begin, relative to `folder` */
function filesBelow(
  folder: string,
  isWanted: (entry: Dirent) => boolean,
  problems: Problems,
  below = '',
): string[] {
  return entriesOf(join(folder, below), problems).flatMap((entry) => {
    if (!isWanted(entry)) return [];
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(folder, isWanted, problems, path);
    if (entry.isFile()) return [path];
    reportStray(join(folder, path), 'is a symbolic link or no file', problems);
    return [];
  });
}

/**
 * The text of a file, or `undefined` with a problem added.
 * @param missing what to say when there is no such file
 */
export function readText(
  path: string,
  problems: Problems,
  missing?: Pick<Problem, 'code' | 'message' | 'hint'>,
): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    if (missing !== undefined && isMissing(error)) {
      problems.error({ file: displayPath(path), ...missing });
      return undefined;
    }
    problems.error({
      code: 'file-unreadable',
      file: displayPath(path),
      message: `The file cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
      hint: 'Check that it exists and may be read.',
    });
    return undefined;
  }
  if (isUtf8(bytes)) return bytes.toString();
  problems.error({
    code: 'file-not-utf8',
    file: displayPath(path),
    message: 'The file is not text in UTF-8, so its letters cannot be told.',
    hint: 'Save it again with the encoding UTF-8.',
  });
  return undefined;
}

/** A path as the writer knows it: relative to the working folder where it lies inside. */
export function displayPath(path: string): string {
  const below = relative(process.cwd(), path);
  return (leadsOut(below) ? path : below).split(sep).join('/');
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
    const isThere = (): boolean => lstatSync(folder, { throwIfNoEntry: false }) !== undefined;
    if (isMissing(error) && !isThere()) return [];
    problems.error({
      code: 'folder-unreadable',
      file: displayPath(folder),
      message: `The folder cannot be read, so what it holds would be missing from the site: ${error instanceof Error ? error.message : String(error)}.`,
      hint: 'Check that it is a folder and may be read.',
    });
    return [];
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function isHidden(name: string): boolean {
  return name.startsWith('.');
}

/** Files that systems and editors leave behind. */
function isLeftover(name: string): boolean {
  return name === '.DS_Store' || name === 'Thumbs.db' || name.endsWith('~');
}
