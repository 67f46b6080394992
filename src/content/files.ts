/** Lists files in an order that does not depend on the file system. */
import { lstatSync, readdirSync, type Dirent, type Stats } from 'node:fs';
import { basename, join } from 'node:path';
import type { Problems } from '../lib/problem.ts';
import { displayPath } from '../lib/user-folder.ts';

/** All files below `folder` but Markdown and hidden ones: relative paths with forward slashes. */
export function findAttachments(folder: string, problems: Problems): string[] {
  return filesBelow(folder, isAttachment, problems, (entry, path) => {
    if (entry.isSymbolicLink()) reportLink(path, problems);
    else reportStray(path, 'is not a regular file', problems);
  });
}

function isAttachment(entry: Dirent): boolean {
  return isVisible(entry) && (!entry.name.endsWith('.md') || entry.isDirectory());
}

/** All files below `folder`, including hidden ones: relative paths with forward slashes. */
export function findPublicFiles(folder: string, problems: Problems): string[] {
  return filesBelow(folder, isPublic, problems, (_, path) =>
    reportStray(path, 'is a symbolic link or not a regular file', problems),
  );
}

function isPublic({ name }: Dirent): boolean {
  return !isLeftover(name);
}

/**
 * @param onOther called with each entry that is neither folder nor file, and its path
 * @param below where to start, relative to `folder`
 */
function filesBelow(
  folder: string,
  isWanted: (entry: Dirent) => boolean,
  problems: Problems,
  onOther: (entry: Dirent, path: string) => void,
  below = '',
): string[] {
  return listFolder(join(folder, below), problems).flatMap((entry) => {
    if (!isWanted(entry)) return [];
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(folder, isWanted, problems, onOther, path);
    if (entry.isFile()) return [path];
    onOther(entry, join(folder, path));
    return [];
  });
}

/** Entries of a folder, without hidden files and editor leftovers. */
export function visibleEntries(folder: string, problems: Problems): Dirent[] {
  return listFolder(folder, problems).filter(isVisible);
}

function isVisible({ name }: Dirent): boolean {
  return !name.startsWith('.') && !isLeftover(name);
}

/** Files that operating systems and editors leave behind. */
function isLeftover(name: string): boolean {
  return name === '.DS_Store' || name === 'Thumbs.db' || name.endsWith('~');
}

/**
 * Entries sorted by name; none if the folder does not exist. An unreadable folder is an error, and so is a name
 * that is not UTF-8.
 */
export function listFolder(folder: string, problems: Problems): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .filter(({ name }) => isNamed(join(folder, name), problems));
  } catch (error) {
    // A dangling symbolic link was meant to lead to something, so it is not "missing".
    if (isMissing(error) && lookUp(folder) === undefined) return [];
    problems.error({
      code: 'folder-unreadable',
      file: displayPath(folder),
      message: `The folder cannot be read, so its contents would be missing from the site: ${error instanceof Error ? error.message : String(error)}.`,
      hint: 'Check that it is a folder and that you may read it.',
    });
    return [];
  }
}

/** Names of other encodings come from old archives. Node.js replaces their bytes, so the name leads nowhere. */
function isNamed(path: string, problems: Problems): boolean {
  if (!basename(path).includes('\ufffd') || lookUp(path) !== undefined) return true;
  problems.error({
    code: 'name-not-utf8',
    file: displayPath(path),
    message:
      'The name is not valid UTF-8, so it cannot be opened and would be missing from the site.',
    hint: 'Rename it with letters, digits and hyphens.',
  });
  return false;
}

/** `lstat`, or `undefined` if nothing has this path. Does not follow symbolic links. */
export function lookUp(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch {
    return undefined;
  }
}

/** Whether an error of `node:fs` means that the file does not exist. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Symbolic links are refused because they could publish files outside the content folder. */
export function reportLink(path: string, problems: Problems): void {
  problems.error({
    code: 'symbolic-link',
    file: displayPath(path),
    message: `"${basename(path)}" is a symbolic link, which is not followed because it could lead out of the content folder.`,
    hint: 'Replace the link with the file or folder itself, or remove it.',
  });
}

export function reportStray(
  path: string,
  what: string,
  problems: Problems,
  hint = 'Move or rename it so that it is used, or remove it.',
): void {
  problems.warn({
    code: 'content-stray',
    file: displayPath(path),
    message: `"${basename(path)}" ${what}, so it is ignored.`,
    hint,
  });
}
