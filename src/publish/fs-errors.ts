/** Explains file-system errors to the person who runs a command. */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { contains } from './output-guard.ts';
import { ownValue } from '../lib/own-value.ts';

/** Errors of the disk, independent of the file. */
const DISK_ERRORS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Free some space and build again',
  EDQUOT: 'your disk quota is used up. Free some space and build again',
  EROFS: 'the disk is read-only. Choose another folder with --output',
  EFBIG: 'a file is larger than the system allows',
  EIO: 'the disk reported an I/O error',
};

/** Errors of one path, if it belongs to the output. */
const PATH_ERRORS: Readonly<Record<string, string>> = {
  EACCES: 'is not writable. Change its permissions, or choose another folder with --output',
  EPERM: 'must not be changed. Change its permissions, or choose another folder with --output',
  EBUSY:
    'is in use, or is a mount point, which a build cannot replace. Choose a folder inside it with --output',
  ENAMETOOLONG: 'has a name that is too long for the file system',
};

/**
 * Describes a file-system error, in sentences, if `error` or one of its causes
 * arose where the site is written.
 * @param folder parent of the output folder
 */
export function describeFsError(error: unknown, folder: string): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = errorCode(error) ?? '';
  const disk = ownValue(DISK_ERRORS, code);
  if (disk !== undefined) return `The site could not be written: ${disk}.`;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  if (path !== undefined && isUnreadable(error))
    return `The site could not be written: ${path} is not readable, so it cannot be copied. Change its permissions.`;
  const why = isUnlisted(error) ? UNREADABLE : ownValue(PATH_ERRORS, code);
  if (why !== undefined && path !== undefined && (contains(folder, path) || contains(path, folder)))
    return `The site could not be written: ${code === 'EACCES' ? nearestExisting(path) : path} ${why}.`;
  const wrapped = 'originalError' in error ? error.originalError : undefined;
  return describeFsError(wrapped ?? error.cause, folder);
}

const UNREADABLE =
  'is not readable. Change its permissions, or choose another folder with --output';

/** Whether a folder cannot be listed. */
function isUnlisted(error: Error): boolean {
  return syscallOf(error) === 'scandir' && errorCode(error) === 'EACCES';
}

/** What a machine or its owner can refuse to any command; other errors are mistakes of the program. */
const REFUSALS: ReadonlySet<string | undefined> = new Set([
  ...Object.keys(DISK_ERRORS),
  ...Object.keys(PATH_ERRORS),
  ...['EISDIR', 'ELOOP', 'EMFILE', 'ENFILE', 'ENOTDIR', 'ENXIO', 'ESTALE'],
]);

/** Describes, in sentences, an error of the file system that no command has foreseen, or that caused `error`. */
export function describeRefusal(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  // A folder for temporary files is missing only if TMPDIR names none.
  const isRefusal = REFUSALS.has(errorCode(error)) || syscallOf(error) === 'mkdtemp';
  const reason = isRefusal ? reasonOf(error) : undefined;
  if (reason !== undefined) return `The command stopped: ${reason}. Mend that, and run it again.`;
  const wrapped = 'originalError' in error ? error.originalError : undefined;
  return describeRefusal(wrapped ?? error.cause);
}

/** Whether the source of a copy is unreadable; the target folder is always writable. */
function isUnreadable(error: Error): boolean {
  return syscallOf(error) === 'copyfile' && errorCode(error) === 'EACCES';
}

/** The nearest folder that exists; its permissions keep the path from being created. */
function nearestExisting(path: string): string {
  return existsSync(path) ? path : nearestExisting(dirname(path));
}

function syscallOf(error: Error): unknown {
  return 'syscall' in error ? error.syscall : undefined;
}

/** Code of a system error, such as `ENOENT`. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Message of a file-system error, to end a sentence: `permission denied, open 'a.md'`. */
export function reasonOf(error: unknown): string | undefined {
  return error instanceof Error && 'syscall' in error
    ? error.message.replace(/^[A-Z]+: /, '')
    : undefined;
}
