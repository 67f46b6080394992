/** Finds and reads the files of a content folder, in an order that no file system decides. */
import { isUtf8 } from 'node:buffer';
import { readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Problems } from '../problem.ts';

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

export function findContent(contentDir: string): ContentFiles {
  const posts = join(contentDir, 'posts');
  return {
    posts: entriesOf(posts)
      .filter((entry) => entry.isDirectory() && !isHidden(entry.name))
      .map((entry) => ({ slug: entry.name, folder: join(posts, entry.name) })),
    pages: filesIn(join(contentDir, 'pages'), '.md'),
    authors: filesIn(join(contentDir, 'authors'), '.json'),
  };
}

/** Files of `folder` whose name ends in `extension`; none when there is no such folder. */
function filesIn(folder: string, extension: string): string[] {
  return entriesOf(folder)
    .filter((entry) => entry.isFile() && entry.name.endsWith(extension) && !isHidden(entry.name))
    .map((entry) => join(folder, entry.name));
}

/** All files below `folder` that are no Markdown, relative to it, with forward slashes. */
export function findAttachments(folder: string, below = ''): string[] {
  return entriesOf(join(folder, below)).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (isHidden(entry.name)) return [];
    if (entry.isDirectory()) return findAttachments(folder, path);
    return entry.isFile() && !entry.name.endsWith('.md') ? [path] : [];
  });
}

/** The text of a file, or `undefined` with a problem added. */
export function readText(path: string, problems: Problems): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
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
  return (below.startsWith('..') ? path : below).split(sep).join('/');
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) =>
      a.name < b.name ? -1 : 1,
    );
  } catch {
    return [];
  }
}

function isHidden(name: string): boolean {
  return name.startsWith('.');
}
