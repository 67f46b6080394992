/** A file on disk as a member of a source. */
import { createReadStream } from 'node:fs';
import { ownValue } from '../../lib/own-value.ts';
import type { ContainedFile } from './container.ts';
import { SourceError } from './source.ts';

/** @param path below the source */
export function diskFile(path: string, diskPath: string, size: number): ContainedFile {
  return {
    path,
    diskPath,
    size,
    async *stream() {
      try {
        yield* createReadStream(diskPath);
      } catch (error) {
        throw new SourceError(`${diskPath} cannot be read: ${reasonFor(error)}.`);
      }
    },
  };
}

/** By error code of the system. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder. Check its name',
  EACCES: 'you may not read it. Change its permissions',
  EPERM: 'you may not read it. Change its permissions',
  EMFILE: 'too many files are open. Close other programs and try again',
  ENOSPC: 'the disk is full. Free some space, or set TMPDIR to a folder on a larger disk',
};

/** A clause, perhaps followed by a sentence without its full stop. */
export function reasonFor(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ownValue(REASONS, code) ?? (error instanceof Error ? error.message : String(error));
}
