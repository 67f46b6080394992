/** Writes the files of a site and creates their folders. */
import {
  constants,
  linkSync,
  lstatSync,
  readFileSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { chmod, copyFile as copy } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errorCode } from './fs-errors.ts';
import { MkdirCache } from './mkdir-cache.ts';

/** Folders of the one build that this thread takes part in. */
const folders = new MkdirCache();

/** Where a site is written: plain data, which can be sent to a thread. */
export interface Destination {
  readonly folder: string;
  /**
   * The site that the new one replaces. A file that stays the same is linked, so that it keeps its modification
   * time: hosts make `ETag` and `Last-Modified` from it, and `rsync` compares it.
   */
  readonly earlier?: string | undefined;
}

/** Text is written as UTF-8. The path is below the folder, with or without a slash before it. */
export function writeFile(to: Destination, path: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const stats = keepFile(to, path, (earlier, { size }) => {
    return size === bytes.byteLength && readFileSync(earlier).equals(bytes);
  });
  if (stats === 'linked') return;
  const target = prepare(to, path);
  try {
    writeFileSync(target, bytes, { flag: 'wx' });
  } catch (error) {
    removeExisting(target, error);
    writeFileSync(target, bytes);
  }
  if (stats !== undefined) utimesSync(target, stats.atime, stats.mtime);
}

/**
 * Copies a file, sharing its blocks where the file system can. A copy has the permissions of any new file, because
 * a host must be able to read it.
 */
export async function copyFile(to: Destination, path: string, source: string): Promise<void> {
  const stats = keepFile(to, path, (earlier, { size }) => {
    return size === statSync(source).size && readFileSync(earlier).equals(readFileSync(source));
  });
  if (stats === 'linked') return;
  const target = prepare(to, path);
  const mode = constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL;
  await copy(source, target, mode).catch((error: unknown) => {
    removeExisting(target, error);
    return copy(source, target, mode);
  });
  await chmod(target, modeIn(to));
  if (stats !== undefined) utimesSync(target, stats.atime, stats.mtime);
}

/**
 * Links a file of the earlier site, if there is one that is the same.
 * @returns its state if the file system cannot link it
 */
export function keepFile(
  to: Destination,
  path: string,
  isSame: (file: string, stats: Stats) => boolean,
): 'linked' | Stats | undefined {
  if (to.earlier === undefined) return undefined;
  const earlier = within(to.earlier, path);
  try {
    const stats = lstatSync(earlier);
    if (!stats.isFile() || !isSame(earlier, stats)) return undefined;
    // Whoever changed the permissions may have done so by mistake.
    if ((stats.mode & 0o777) !== modeIn(to)) return stats;
    return tryLink(earlier, prepare(to, path)) ? 'linked' : stats;
  } catch {
    // There is no such file, or it cannot be read.
    return undefined;
  }
}

function tryLink(file: string, target: string): boolean {
  try {
    linkSync(file, target);
    return true;
  } catch {
    return false;
  }
}

/** Makes the folder of a file. */
function prepare({ folder }: Destination, path: string): string {
  const target = within(folder, path);
  folders.make(dirname(target));
  return target;
}

/** Nothing is written into a file that is there: it may be a link to the earlier site. */
function removeExisting(target: string, error: unknown): void {
  if (errorCode(error) !== 'EEXIST') throw error;
  unlinkSync(target);
}

function within(folder: string, path: string): string {
  return path.startsWith('/') ? folder + path : `${folder}/${path}`;
}

const modes = new Map<string, number>();

/** Permissions of new files, as those of their folder tell. */
function modeIn({ folder }: Destination): number {
  const known = modes.get(folder) ?? statSync(folder).mode & 0o666;
  modes.set(folder, known);
  return known;
}
