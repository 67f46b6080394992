/** A file that keeps two builds from working on one output. */
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
  const name = nameOf(process.pid);
  const own = `${file}-${name}`;
  try {
    // The file must appear with its words in it: a link does, a file that is written does not.
    writeFileSync(own, name);
    if (!link(own, file)) takeOver(file, own, name);
  } finally {
    rmSync(own, { force: true });
  }
  removeLeft(file);
}

function takeOver(file: string, own: string, name: string): void {
  refuseIfHeld(file, file);
  // Somebody else may have taken over in between, and what is moved is theirs.
  if (existsSync(file)) renameSync(file, own);
  refuseIfHeld(own, file);
  writeFileSync(own, name);
  if (!link(own, file)) refuseIfHeld(file, file);
}

/** A build that is killed while it takes the lock leaves its own file. */
function removeLeft(file: string): void {
  const folder = dirname(file);
  const prefix = `${basename(file)}-`;
  for (const entry of readdirSync(folder)) {
    const name = entry.slice(prefix.length);
    if (entry.startsWith(prefix) && /^\d+(?:-\d+)?$/.test(name) && !isRunning(name))
      rmSync(join(folder, entry), { force: true });
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
  if (pid === process.pid || !isRunning(holder)) return;
  if (file !== home) link(file, home);
  throw new Locked(pid, home);
}

/** A process by its number and, on Linux, when it began: numbers are given again. */
function nameOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    // One that has ended keeps its number until somebody asks how it ended.
    return `${pid}-${fields[0] === 'Z' ? 'ended' : fields[19]}`;
  } catch {
    return `${pid}`;
  }
}

/** @param name as `nameOf` gave it */
function isRunning(name: string): boolean {
  const pid = Number.parseInt(name, 10);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false;
  }
  return nameOf(pid) === name;
}
