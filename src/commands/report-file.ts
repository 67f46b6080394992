/** The file of a report: where it may go, and how it gets there. */
import { readFileSync, statSync, writeFileSync, type Stats } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { errorCode } from '../output/failure.ts';
import { isReport, reportPage, type Report } from '../report/page/page.ts';

/** Why a report cannot be written there, in sentences; a report that was there before may be replaced. */
export function refusal(file: string): string | undefined {
  const folder = dirname(resolve(file));
  if (!isFolder(folder))
    return `The report cannot be written to ${file}: there is no folder ${folder}. Make it first, or name another file.`;
  if (isFolder(file))
    return `The report cannot be written to ${file}, which is a folder. Name a file in it, such as ${file.replace(/\/*$/, '/report.html')}.`;
  if (isFile(file) && !isReplaceable(file))
    return `${file} is no report of an earlier check, and is left as it is. Name another file.`;
  return undefined;
}

/** Writes it; gives the reason, in sentences, when the system refuses. */
export function writeReport(file: string, report: Report): string | undefined {
  try {
    writeFileSync(file, reportPage(report));
    return undefined;
  } catch (error) {
    const reason = REASONS[errorCode(error) ?? ''];
    if (reason === undefined) throw error;
    return `The report could not be written to ${file}: ${reason}.`;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written to. Change the permissions there, or name another file',
  EPERM: 'it may not be changed. Change the permissions there, or name another file',
  EROFS: 'the disk can only be read. Name a file on another disk',
  ENOSPC: 'there is no space left on the disk. Make room, and check again',
  EDQUOT: 'you have used up your share of the disk. Make room, and check again',
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

function isReplaceable(file: string): boolean {
  try {
    const text = readFileSync(file, 'utf8');
    return text === '' || isReport(text);
  } catch {
    // Whoever may not read it finds out when it is written.
    return true;
  }
}
