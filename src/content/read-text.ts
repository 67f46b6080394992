/** Reads a text of the content folder, or says why it is none. */
import { isUtf8 } from 'node:buffer';
import { closeSync, constants, openSync, readFileSync } from 'node:fs';
import type { Problem, Problems } from '../problem.ts';
import { displayPath, isMissing, reportLink } from './files.ts';

/** In bytes. A long novel is not larger, and a parser of Markdown may need three seconds for it. */
const MAX_SIZE = 1_000_000;

/** A symbolic link is not followed where the system can be told so. */
const OPEN = constants.O_RDONLY | constants.O_NOFOLLOW;

/**
 * The text of a file, or `undefined` with a problem added.
 * @param missing what to say when there is no such file
 */
export function readText(
  path: string,
  problems: Problems,
  missing?: Pick<Problem, 'code' | 'message' | 'hint'> & { readonly file?: string },
): string | undefined {
  const file = displayPath(path);
  let bytes: Buffer;
  try {
    bytes = readBytes(path);
  } catch (error) {
    if (missing !== undefined && isMissing(error)) problems.error({ file, ...missing });
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
  if (bytes.length > MAX_SIZE && path.endsWith('.md')) {
    problems.error({
      code: 'file-too-large',
      file,
      message: `The file has ${(bytes.length / 1e6).toFixed(1)} megabytes, and a text may have one.`,
      hint: 'Divide the text among several posts, and save images that are written into it as files beside it.',
    });
    return undefined;
  }
  if (isUtf8(bytes)) return bytes.toString();
  problems.error({
    code: 'file-not-utf8',
    file,
    message: 'The file is not text in UTF-8, so its letters cannot be told.',
    hint: 'Save it again with the encoding UTF-8.',
  });
  return undefined;
}

function readBytes(path: string): Buffer {
  const file = openSync(path, OPEN);
  try {
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
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
