/** Writes, moves and deletes files: all of them, or none. */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

/** Start of the names of what is there for a moment: a new content, or a folder of old ones. */
const MARK = '.editor-';
const OLD = '-old';
const LEFTOVER = /^\.editor-[0-9a-f]{12}-(?:\d+|old)$/;

/** A file after the change; without content it is gone. Paths below the folder. */
export interface FileState {
  readonly path: string;
  readonly content: Buffer | undefined;
}

/**
 * New contents are complete on disk before any file is replaced.
 * @throws errors of the file system, after everything is as it was
 */
export function writeFiles(folder: string, states: readonly FileState[]): void {
  const mark = `${MARK}${randomBytes(6).toString('hex')}`;
  const steps: (() => void)[] = [];
  const aside = new Set<string>();
  try {
    const staged = states.flatMap(({ path, content }, index) => {
      if (content === undefined) return [];
      const target = join(folder, path);
      const made = mkdirSync(dirname(target), { recursive: true });
      if (made !== undefined) steps.push(() => rmSync(made, { recursive: true, force: true }));
      const temporary = join(dirname(target), `${mark}-${index}`);
      steps.push(() => rmSync(temporary, { force: true }));
      writeThrough(temporary, content);
      if (existsSync(target)) chmodSync(temporary, statSync(target).mode);
      return [{ temporary, target }];
    });
    const putAside = (path: string, put: (target: string, old: string) => void): void => {
      const target = join(folder, path);
      if (!existsSync(target)) return;
      const place = join(dirname(target), mark + OLD);
      const old = join(place, basename(target));
      if (!aside.has(place)) steps.push(() => rmSync(place, { recursive: true, force: true }));
      aside.add(place);
      mkdirSync(place, { recursive: true });
      put(target, old);
      steps.push(() => renameSync(old, target));
    };
    for (const { path, content } of states) if (content !== undefined) putAside(path, keepUnder);
    for (const { temporary, target } of staged) {
      const isNew = !existsSync(target);
      renameSync(temporary, target);
      if (isNew) steps.push(() => rmSync(target, { force: true }));
    }
    // At last: whenever the program is killed, a file that moves is in its old place or in its new one.
    for (const { path, content } of states) if (content === undefined) putAside(path, renameSync);
  } catch (error) {
    for (const undo of steps.toReversed()) {
      try {
        undo();
      } catch {
        // The others matter no less.
      }
    }
    throw error;
  }
  for (const place of aside) rmSync(place, { recursive: true, force: true });
  const gone = states.filter(({ content }) => content === undefined);
  for (const place of new Set(gone.map(({ path }) => dirname(path)))) removeEmpty(folder, place);
}

/**
 * Removes what a program that was killed has left, and puts back the files
 * that it had put aside, unless there are others in their places.
 */
export function removeLeftovers(folder: string): void {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  for (const { name, parentPath } of entries.filter((entry) => LEFTOVER.test(entry.name))) {
    const path = join(parentPath, name);
    if (name.endsWith(OLD))
      for (const old of readdirSync(path))
        if (!existsSync(join(parentPath, old))) renameSync(join(path, old), join(parentPath, old));
    rmSync(path, { recursive: true, force: true });
    removeEmpty(folder, relative(folder, parentPath).split(sep).join('/'));
  }
}

/** Gives a file another name too, so that it exists at every moment. */
function keepUnder(file: string, name: string): void {
  try {
    linkSync(file, name);
  } catch {
    // Not every file system has links.
    copyFileSync(file, name);
  }
}

function writeThrough(path: string, content: Buffer): void {
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Removes the folder of a post that has gone; `posts` itself stays. */
function removeEmpty(root: string, folder: string): void {
  if (!folder.includes('/') || readdirSync(join(root, folder)).length > 0) return;
  rmdirSync(join(root, folder));
  removeEmpty(root, dirname(folder));
}
