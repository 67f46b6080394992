/** Judges files of contributors by their names and first bytes, without following links. */
import { closeSync, constants, lstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { attachmentKind, looksLikeMarkup } from './attachments.ts';

/**
 * Whether a file may be published with a text.
 * @param file path below `folder`
 * @param allowed endings that `site.yaml` allows
 */
export function isPublishable(
  folder: string,
  file: string,
  allowed: readonly string[] = [],
): boolean {
  const { kind, ending } = attachmentKind(file);
  if (kind === 'reserved' || kind === 'unportable') return false;
  if (kind === 'plain' || allowed.includes(ending)) return true;
  return kind === 'unknown' && !looksLikeMarkup(startOf(join(folder, file)));
}

/** Whether `file`, a path below `folder`, is a regular file that no symbolic link leads to. */
export function isPlainFile(folder: string, file: string): boolean {
  const parts = file.split(/[/\\]/);
  const stats = parts.map((_, index) => {
    try {
      return lstatSync(join(folder, ...parts.slice(0, index + 1)));
    } catch {
      return undefined;
    }
  });
  return (
    stats.at(-1)?.isFile() === true && stats.every((found) => found?.isSymbolicLink() === false)
  );
}

/** Does not follow symbolic links or wait for pipes, on systems that have these flags. */
export const OPEN_PLAIN = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** The first bytes of a file; none if it cannot be read. */
function startOf(path: string): Buffer {
  const bytes = Buffer.alloc(512);
  try {
    const file = openSync(path, OPEN_PLAIN);
    try {
      return bytes.subarray(0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch {
    return Buffer.alloc(0);
  }
}
