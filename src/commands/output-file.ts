/** Writes the single file that a command produces, and protects files of others. */
import { readFileSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errorCode, reasonOf } from '../publish/fs-errors.ts';
import { ownValue } from '../lib/own-value.ts';

export interface FileKind {
  /** Name in messages: `report`. */
  readonly noun: string;
  /** Example file name: `report.html`. */
  readonly example: string;
  /** Whether the text is such a file, which may be replaced. */
  readonly isOwn: (text: string) => boolean;
}

/** Explains why the path cannot be used, in sentences; `undefined` if it can. */
export function checkOutputFile(
  file: string,
  { noun, example, isOwn }: FileKind,
): string | undefined {
  const folder = dirname(resolve(file));
  if (statOf(folder)?.isDirectory() !== true)
    return `Cannot write the ${noun} to ${file}: there is no folder ${folder}. Create it first, or choose another file.`;
  if (statOf(file)?.isDirectory() === true)
    return `Cannot write the ${noun} to ${file}, which is a folder. Choose a file in it, such as ${file.replace(/(?<!\/)\/*$/, `/${example}`)}.`;
  if (statOf(file)?.isFile() === true && !isReplaceable(file, isOwn))
    return `${file} is not a ${noun} from this command, so it was left unchanged. Choose another file.`;
  return undefined;
}

/** Writes the file; explains a failure in sentences. */
export function writeOutputFile(
  file: string,
  text: string,
  { noun }: FileKind,
): string | undefined {
  try {
    writeFileSync(file, text);
    return undefined;
  } catch (error) {
    const reason = ownValue(REASONS, errorCode(error) ?? '') ?? reasonOf(error);
    if (reason === undefined) throw error;
    return `Cannot write the ${noun} to ${file}: ${reason}.`;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied. Change the permissions, or choose another file',
  EPERM: 'the file must not be changed. Change the permissions, or choose another file',
  EROFS: 'the disk is read-only. Choose a file on another disk',
  ENOSPC: 'the disk is full. Free some space and try again',
  EDQUOT: 'your disk quota is used up. Free some space and try again',
  ELOOP: 'it is a link that points back to itself. Choose another file',
  ENAMETOOLONG: 'the name is too long for the file system. Choose a shorter one',
};

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    // Writing will report the error.
    return undefined;
  }
}

function isReplaceable(file: string, isOwn: FileKind['isOwn']): boolean {
  try {
    const text = readFileSync(file, 'utf8');
    return text === '' || isOwn(text);
  } catch {
    // Writing will report the error.
    return true;
  }
}
