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
import { dirname, join } from 'node:path';

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
  const mark = `.editor-${randomBytes(6).toString('hex')}`;
  const steps: (() => void)[] = [];
  const aside: string[] = [];
  try {
    const staged = states.flatMap(({ path, content }) => {
      if (content === undefined) return [];
      const target = join(folder, path);
      const made = mkdirSync(dirname(target), { recursive: true });
      if (made !== undefined) steps.push(() => rmSync(made, { recursive: true, force: true }));
      const temporary = join(
        dirname(target),
        `${mark}-${states.findIndex((s) => s.path === path)}`,
      );
      steps.push(() => rmSync(temporary, { force: true }));
      writeThrough(temporary, content);
      if (existsSync(target)) chmodSync(temporary, statSync(target).mode);
      return [{ temporary, target }];
    });
    for (const [index, { path, content }] of states.entries()) {
      const target = join(folder, path);
      if (!existsSync(target)) continue;
      const old = join(dirname(target), `${mark}-old-${index}`);
      if (content === undefined) renameSync(target, old);
      else keepUnder(old, target);
      steps.push(() => renameSync(old, target));
      aside.push(old);
    }
    for (const { temporary, target } of staged) {
      const isNew = !existsSync(target);
      renameSync(temporary, target);
      if (isNew) steps.push(() => rmSync(target, { force: true }));
    }
  } catch (error) {
    for (const undo of steps.toReversed()) undo();
    throw error;
  }
  for (const old of aside) rmSync(old, { force: true });
  const gone = states.filter(({ content }) => content === undefined);
  for (const place of new Set(gone.map(({ path }) => dirname(path)))) removeEmpty(folder, place);
}

/** Gives a file a second name, so that it exists at every moment. */
function keepUnder(name: string, file: string): void {
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
