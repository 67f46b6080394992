/** Reads a text of the content folder, or says why it is none. */
import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import type { Problem, Problems } from '../lib/problem.ts';
import { displayPath, isMissing, reportLink } from './files.ts';

/** How large a file may be. */
export interface Limit {
  /** In bytes. */
  readonly size: number;
  /** What to do when it is larger. */
  readonly hint: string;
}

/** A symbolic link is not followed, and a pipe not waited for, where the system can be told so. */
const OPEN = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/**
 * The text of a file, or `undefined` with a problem added.
 * @param missing what to say when there is no such file
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
        hint: 'Check that it is a file and may be read.',
      });
    }
    return undefined;
  }
  if (bytes === undefined) return undefined;
  if (isUtf8(bytes)) return bytes.toString();
  problems.error({
    code: 'file-not-utf8',
    file,
    message: 'The file is not text in UTF-8, so its letters cannot be told.',
    hint: 'Save it again with the encoding UTF-8.',
  });
  return undefined;
}

/** The bytes, or `undefined` with a problem added when there are too many. */
function readBytes(path: string, limit: Limit, problems: Problems): Buffer | undefined {
  const file = openSync(path, OPEN);
  try {
    const status = fstatSync(file);
    if (!status.isFile() && !status.isDirectory()) throw new Error('it is no file');
    const { size } = status;
    if (size <= limit.size) return readFileSync(file);
    problems.error({
      code: 'file-too-large',
      file: displayPath(path),
      message: `The file has ${kilobytes(size)} kilobytes, and one of its kind may have ${kilobytes(limit.size)}.`,
      hint: limit.hint,
    });
    return undefined;
  } finally {
    closeSync(file);
  }
}

/** Rounded up, so that what is too large looks so. */
function kilobytes(size: number): string {
  return Math.ceil(size / 1000).toLocaleString('en');
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'its permissions forbid it';
  return error instanceof Error ? error.message : String(error);
}
