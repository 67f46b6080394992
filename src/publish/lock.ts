/** Lock file that keeps two builds from writing the same output. */
import {
  existsSync,
  linkSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './fs-errors.ts';

/** Another build is writing this output. */
export class Locked extends Error {
  /** Process ID of that build. */
  readonly pid: number;

  /** Path of the lock file. */
  readonly file: string;

  constructor(pid: number, file: string) {
    super(`Process ${pid} holds the lock ${file}.`);
    this.name = 'Locked';
    this.pid = pid;
    this.file = file;
  }
}

/**
 * Takes the lock, also from a process that has ended.
 * @param file path of the lock file, in an existing folder
 * @throws {Locked} if a running process holds it
 */
export function takeLock(file: string): void {
  const name = nameOf(process.pid);
  const own = `${file}-${name}`;
  try {
    // A link makes the file appear with its content; `writeFile` would create it empty first.
    writeFileSync(own, name);
    if (!link(own, file)) takeOver(file, own, name);
  } finally {
    rmSync(own, { force: true });
  }
  removeStale(file);
}

function takeOver(file: string, own: string, name: string): void {
  refuseIfHeld(file, file);
  // Another build may have taken over in between, and this moves its lock.
  if (existsSync(file)) renameSync(file, own);
  refuseIfHeld(own, file);
  writeFileSync(own, name);
  if (!link(own, file)) refuseIfHeld(file, file);
}

/** Removes files of builds that were killed while they took the lock. */
function removeStale(file: string): void {
  const folder = dirname(file);
  const prefix = `${basename(file)}-`;
  for (const entry of readdirSync(folder)) {
    const name = entry.slice(prefix.length);
    if (entry.startsWith(prefix) && /^\d+(?:-\d+)?$/.test(name) && !isRunning(name))
      rmSync(join(folder, entry), { force: true });
  }
}

export function releaseLock(file: string): void {
  rmSync(file, { force: true });
}

/** @returns false if `file` exists */
function link(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** @param home where to put a held lock back, if it was moved */
function refuseIfHeld(file: string, home: string): void {
  // The other build may be releasing it right now.
  const holder = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const pid = Number.parseInt(holder, 10);
  if (pid === process.pid || !isRunning(holder)) return;
  if (file !== home) link(file, home);
  throw new Locked(pid, home);
}

/** Identifies a process by its ID and, on Linux, its start time, because IDs are reused. */
function nameOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    // A zombie keeps its ID until its parent waits for it.
    return `${pid}-${fields[0] === 'Z' ? 'ended' : fields[19]}`;
  } catch {
    return `${pid}`;
  }
}

/** @param name from `nameOf` */
function isRunning(name: string): boolean {
  const pid = Number.parseInt(name, 10);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false;
  }
  return nameOf(pid) === name;
}
