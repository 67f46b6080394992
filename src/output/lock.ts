/** A file that keeps two builds from working on one output. */
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { errorCode } from './failure.ts';

/** Another build works on this output. */
export class Locked extends Error {
  /** Number of its process. */
  readonly process: number;

  /** The lock. */
  readonly file: string;

  constructor(holder: number, file: string) {
    super(`Process ${holder} holds the lock ${file}.`);
    this.name = 'Locked';
    this.process = holder;
    this.file = file;
  }
}

/**
 * Takes the lock for this process; takes it over from a process that has ended.
 * @param file path of the lock, in a folder that is there
 * @throws {Locked} when a running process holds it
 */
export function takeLock(file: string): void {
  const own = `${file}-${process.pid}`;
  try {
    // The file must appear with its words in it: a link does, a file that is written does not.
    writeFileSync(own, nameOf(process.pid));
    if (link(own, file)) return;
    refuseIfHeld(file, file);
    // Somebody else may have taken over in between, and what is moved is theirs.
    if (existsSync(file)) renameSync(file, own);
    refuseIfHeld(own, file);
    writeFileSync(own, nameOf(process.pid));
    if (!link(own, file)) refuseIfHeld(file, file);
  } finally {
    rmSync(own, { force: true });
  }
}

/** Gives the lock back. */
export function releaseLock(file: string): void {
  rmSync(file, { force: true });
}

/** @returns whether the link was made; not, when `file` is there */
function link(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** @param home where a lock that is held belongs, if it was moved from there */
function refuseIfHeld(file: string, home: string): void {
  // It may just be given back.
  const holder = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const pid = Number.parseInt(holder, 10);
  if (pid === process.pid || !isRunning(pid) || nameOf(pid) !== holder) return;
  if (file !== home) link(file, home);
  throw new Locked(pid, home);
}

/** A process by its number and, on Linux, when it began: numbers are given again. */
function nameOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const began = status.slice(status.lastIndexOf(')') + 2).split(' ')[19];
    return `${pid} ${began}`;
  } catch {
    return `${pid}`;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}
