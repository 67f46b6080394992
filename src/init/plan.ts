/** What writing a new blog into a folder would change there. */
import {
  existsSync,
  lstatSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { NewFile } from './new-file.ts';
import { makeFolder } from '../lib/make-folder.mjs';

export interface Plan {
  /** New and changed files. */
  readonly writes: readonly NewFile[];
  /** Files and folders in their way, below the folder. */
  readonly replaces: readonly string[];
}

const CONTENT = 'content';

/** Files in `content/`, sorted. */
export function contentOf(folder: string): string[] {
  const content = join(folder, CONTENT);
  if (!existsSync(content)) return [];
  return readdirSync(content, { recursive: true, withFileTypes: true })
    .filter((item) => !item.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .toSorted();
}

/**
 * Compares files with those of the folder. A `content/` folder that is there is replaced as a whole.
 * @param additions files whose text contains all of the present one
 */
export function planFiles(
  folder: string,
  files: readonly NewFile[],
  additions: readonly NewFile[],
): Plan {
  const isOld = contentOf(folder).length > 0;
  const inContent = files.filter(({ path }) => path.startsWith(`${CONTENT}/`));
  const others = files
    .filter((file) => !inContent.includes(file))
    .filter((file) => !isSame(folder, file));
  return {
    writes: [...inContent, ...others, ...additions],
    replaces: [
      ...(isOld && inContent.length > 0 ? [CONTENT] : []),
      ...others.map(({ path }) => path).filter((path) => isThere(join(folder, path))),
    ],
  };
}

/**
 * Moves what is replaced into a folder of its own, then writes.
 * @returns the name of that folder, if anything was replaced
 */
export function carryOut(folder: string, { writes, replaces }: Plan): string | undefined {
  const kept = replaces.length === 0 ? undefined : freeName(folder);
  for (const path of replaces) {
    const place = join(folder, kept ?? '', path);
    makeFolder(dirname(place));
    renameSync(join(folder, path), place);
  }
  for (const { path, content, runs = false } of writes) {
    const file = join(folder, path);
    makeFolder(dirname(file));
    writeFileSync(file, content, { mode: runs ? 0o755 : 0o644 });
  }
  return kept;
}

function isSame(folder: string, { path, content }: NewFile): boolean {
  const file = join(folder, path);
  return (
    isThere(file) && lstatSync(file).isFile() && readFileSync(file).equals(Buffer.from(content))
  );
}

/** Unlike `existsSync`, sees links that lead nowhere. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** `before-init`, `before-init-2` and so on. */
function freeName(folder: string): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? 'before-init' : `before-init-${count}`;
    if (!isThere(join(folder, name))) return name;
  }
}
