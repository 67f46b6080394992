/** What to tell a writer when the system refuses to store a site. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { contains } from './output-guard.ts';

/** Reasons that concern the disk, whichever file it was. */
const OF_THE_DISK: Readonly<Record<string, string>> = {
  ENOSPC: 'there is no space left on the disk. Make room, and build again',
  EDQUOT: 'you have used up your share of the disk. Make room, and build again',
  EROFS: 'the disk can only be read. Name another folder with --output',
  EFBIG: 'a file is larger than the system allows',
  EIO: 'the disk reports a fault',
};

/** Reasons that concern one path, when it belongs to the output. */
const OF_THE_PATH: Readonly<Record<string, string>> = {
  EACCES: 'may not be written to. Change its permissions, or name another folder with --output',
  EPERM: 'may not be changed. Change its permissions, or name another folder with --output',
  EBUSY:
    'is in use, or the root of a mounted disk, which can be filled but not replaced. Name a folder inside it with --output',
  ENAMETOOLONG: 'has a name that is longer than the system allows',
};

/**
 * A sentence or two for an error of the file system, if `error` or what it was
 * caused by is one that arose where the site is written.
 * @param folder the one that holds the output
 */
export function describeFailure(error: unknown, folder: string): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = errorCode(error) ?? '';
  const disk = OF_THE_DISK[code];
  if (disk !== undefined) return `The site could not be written: ${disk}.`;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  if (path !== undefined && isUnreadable(error))
    return `The site could not be written: ${path} may not be read, and so not copied. Change its permissions.`;
  const why = OF_THE_PATH[code];
  if (why !== undefined && path !== undefined && (contains(folder, path) || contains(path, folder)))
    return `The site could not be written: ${code === 'EACCES' ? existing(path) : path} ${why}.`;
  const wrapped = 'originalError' in error ? error.originalError : undefined;
  return describeFailure(wrapped ?? error.cause, folder);
}

/** Whether it is about a file that was to be copied; where it goes is a folder of our own making. */
function isUnreadable(error: Error): boolean {
  return 'syscall' in error && error.syscall === 'copyfile' && errorCode(error) === 'EACCES';
}

/** What is not there could not be made, for want of permission in the nearest folder that is. */
function existing(path: string): string {
  return existsSync(path) ? path : existing(dirname(path));
}

/** The code of an error of the system, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Of an error of the file system, such as a folder that may not be written to: the end of a sentence. */
export function reasonOf(error: unknown): string | undefined {
  return error instanceof Error && 'syscall' in error
    ? error.message.replace(/^[A-Z]+: /, '')
    : undefined;
}
