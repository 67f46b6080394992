/** A single file that a command writes: where it may go, and how it gets there. */
import { readFileSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errorCode } from '../publish/failure.ts';

export interface FileKind {
  /** What it is called in a sentence: `report`. */
  readonly noun: string;
  /** What one may call the file: `report.html`. */
  readonly example: string;
  /** Whether a text is an earlier one, which may be replaced. */
  readonly isOwn: (text: string) => boolean;
}

/** Why such a file cannot be written there, in sentences; an earlier one may be replaced. */
export function refusal(file: string, { noun, example, isOwn }: FileKind): string | undefined {
  const folder = dirname(resolve(file));
  if (!isFolder(folder))
    return `The ${noun} cannot be written to ${file}: there is no folder ${folder}. Make it first, or name another file.`;
  if (isFolder(file))
    return `The ${noun} cannot be written to ${file}, which is a folder. Name a file in it, such as ${file.replace(/\/*$/, `/${example}`)}.`;
  if (isFile(file) && !isReplaceable(file, isOwn))
    return `${file} is no ${noun} that this command has made, and is left as it is. Name another file.`;
  return undefined;
}

/** Writes it; gives the reason, in sentences, when the system refuses. */
export function write(file: string, text: string, { noun }: FileKind): string | undefined {
  try {
    writeFileSync(file, text);
    return undefined;
  } catch (error) {
    const reason = REASONS[errorCode(error) ?? ''];
    if (reason === undefined) throw error;
    return `The ${noun} could not be written to ${file}: ${reason}.`;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written to. Change the permissions there, or name another file',
  EPERM: 'it may not be changed. Change the permissions there, or name another file',
  EROFS: 'the disk can only be read. Name a file on another disk',
  ENOSPC: 'there is no space left on the disk. Make room, and try again',
  EDQUOT: 'you have used up your share of the disk. Make room, and try again',
  ENAMETOOLONG: 'the name is longer than the system allows. Choose a shorter one',
};

function isFolder(path: string): boolean {
  return look(path)?.isDirectory() ?? false;
}

function isFile(path: string): boolean {
  return look(path)?.isFile() ?? false;
}

function look(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    // What it is that may not be looked at is told when it is written.
    return undefined;
  }
}

function isReplaceable(file: string, isOwn: FileKind['isOwn']): boolean {
  try {
    const text = readFileSync(file, 'utf8');
    return text === '' || isOwn(text);
  } catch {
    // Whoever may not read it finds out when it is written.
    return true;
  }
}
