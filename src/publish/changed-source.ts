/** Names a file of the owner that changed while it was being read. */
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

/**
 * A sentence, if `error` or one of its causes says that a file has changed
 * since a command found it.
 * @param folders of the owner's files
 */
export function describeChange(error: unknown, folders: readonly string[]): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : undefined;
  const change = CHANGES.get(errorCode(error));
  if (path !== undefined && change !== undefined && folders.some((one) => contains(one, path)))
    return `${displayPath(path)} ${change} while it was being read. Run the command again when nothing else changes the files.`;
  const wrapped = 'originalError' in error ? error.originalError : undefined;
  return describeChange(wrapped ?? error.cause, folders);
}
