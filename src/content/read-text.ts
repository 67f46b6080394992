/** Reads a UTF-8 text file of limited size. */
import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { limitOf, raiseHint, type OwnLimits } from '../lib/limits.ts';
import type { Problem, Problems } from '../lib/problem.ts';
import { isMissing, reportLink } from './files.ts';
import { OPEN_PLAIN } from '../lib/publishable.ts';
import { displayPath } from '../lib/user-folder.ts';

export interface Limit {
  /** Maximum size in bytes. */
  readonly size: number;
  /** What to do if the file is larger. */
  readonly hint: string;
}

/** By default the length of a long novel, which takes up to three seconds to parse as Markdown. */
export function textLimit(limits?: OwnLimits): Limit {
  const size = limitOf('textSize', limits);
  return { size, hint: raiseHint('textSize', 2 * size) };
}

/**
 * The text of a file, or `undefined` after reporting a problem.
 * @param missing describes the problem if the file does not exist
 */
export function readText(
  path: string,
  limit: Limit,
  problems: Problems,
  missing?: () => Pick<Problem, 'code' | 'message' | 'hint'> & { readonly file?: string },
): string | undefined {
  const file = displayPath(path);
  let bytes: Buffer | undefined;
  try {
    bytes = readBytes(path, limit, problems);
  } catch (error) {
    if (missing !== undefined && isMissing(error)) problems.error({ file, ...missing() });
    else if (codeOf(error) === 'ELOOP') reportLink(path, problems);
    else {
      problems.error({
        code: 'file-unreadable',
        file,
        message: `The file cannot be read: ${reasonOf(error)}.`,
        hint: 'Check that it is a file and that you may read it.',
      });
    }
    return undefined;
  }
  if (bytes === undefined) return undefined;
  if (isUtf8(bytes)) return bytes.toString();
  problems.error({
    code: 'file-not-utf8',
    file,
    message: 'The file is not valid UTF-8, so its text cannot be decoded.',
    hint: 'Save it with the encoding UTF-8.',
  });
  return undefined;
}

/** The bytes, or `undefined` after reporting that there are too many. */
function readBytes(path: string, limit: Limit, problems: Problems): Buffer | undefined {
  const file = openSync(path, OPEN_PLAIN);
  try {
    const status = fstatSync(file);
    if (!status.isFile() && !status.isDirectory()) throw new Error('it is not a regular file');
    const { size } = status;
    if (size <= limit.size) return readFileSync(file);
    problems.error({
      code: 'file-too-large',
      file: displayPath(path),
      message: `The file is ${kilobytes(size)} kB, but the limit for files of this kind is ${kilobytes(limit.size)} kB.`,
      hint: limit.hint,
    });
    return undefined;
  } finally {
    closeSync(file);
  }
}

/** Rounded up, so that a file above the limit never shows as equal to it. */
function kilobytes(size: number): string {
  return Math.ceil(size / 1000).toLocaleString('en');
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  return error instanceof Error ? error.message : String(error);
}
