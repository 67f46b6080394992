/** Names a file of the owner that cannot be read, or that changed while it was being read. */
import { displayPath } from '../lib/user-folder.ts';
import { errorCode } from './fs-errors.ts';
import { contains } from './output-guard.ts';

/** Errors of a file that was there before, by what is in its place now. */
const CHANGES: ReadonlyMap<string | undefined, string> = new Map([
  ['ENOENT', 'was moved or removed'],
  ['ENOTDIR', 'was moved or removed'],
  ['EISDIR', 'was replaced by a folder'],
  ['ELOOP', 'was replaced by a link'],
  ['ESTALE', 'was replaced'],
]);

const DENIED: ReadonlySet<string | undefined> = new Set(['EACCES', 'EPERM']);

/**
 * A sentence, if `error` or one of its causes says that a file cannot be read, or has changed
 * since a command found it.
 * @param folders of the owner's files, in which the command writes nothing
 */
export function describeUnreadable(error: unknown, folders: readonly string[]): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  if (path !== undefined && folders.some((one) => contains(one, path))) {
    const code = errorCode(error);
    if (DENIED.has(code)) return `${displayPath(path)} is not readable. Change its permissions.`;
    const change = CHANGES.get(code);
    if (change !== undefined)
      return `${displayPath(path)} ${change} while it was being read. Run the command again when nothing else changes the files.`;
  }
  const wrapped = 'originalError' in error ? error.originalError : undefined;
  return describeUnreadable(wrapped ?? error.cause, folders);
}
