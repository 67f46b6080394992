/**
 * Lock file that keeps two builds from writing the same output. Between
 * processes of one machine or container, their IDs tell whether the holder is
 * running; elsewhere, the time of the file, which the holder renews.
 */
import {
  closeSync,
  constants,
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './fs-errors.ts';
import { LockLost, Locked, NoPlace, NotALock, STALE } from './lock-errors.ts';
import { NAME, OWN_NAME, isHere, isRunning, pidOf } from './lock-holder.ts';

/** Milliseconds between two signs of life. */
const HEARTBEAT = 5000;
/** Does not follow a planted link, on systems that have this flag. */
const READ_WRITE = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0);
/** Attempts while other builds take and release the lock. */
const ATTEMPTS = 5;

interface Holder {
  readonly name: string;
  /** When it gave the last sign of life, by the clock of the file system. */
  readonly seen: number;
}

export class Lock {
  readonly #file: string;
  readonly #timer: NodeJS.Timeout;

  /**
   * Takes the lock, also from a build that has ended.
   * @param file path of the lock file, in an existing folder
   * @throws {Locked} if another build holds it
   * @throws {NoPlace} if nothing can be created in the folder
   * @throws {NotALock} if `file` is something else
   */
  constructor(file: string) {
    this.#file = file;
    take(file);
    this.#timer = setInterval(() => this.#renew(), HEARTBEAT).unref();
  }

  /** False after another build has taken over. */
  get isHeld(): boolean {
    return readHolder(this.#file)?.name === OWN_NAME;
  }

  /** @throws {LockLost} */
  check(): void {
    if (!this.isHeld) throw new LockLost(this.#file);
  }

  release(): void {
    clearInterval(this.#timer);
    if (this.isHeld) rmSync(this.#file, { force: true });
  }

  #renew(): void {
    try {
      const descriptor = openSync(this.#file, READ_WRITE);
      try {
        // Of this very file, because another build may replace it meanwhile.
        const isOwn = readFileSync(descriptor, 'utf8') === OWN_NAME;
        // Unlike `utimes`, this sets the time by the clock that others see.
        if (isOwn) writeSync(descriptor, OWN_NAME, 0);
      } finally {
        closeSync(descriptor);
      }
    } catch {
      // On a full disk, for example. `check` tells whether the lock was lost.
    }
  }
}

function take(file: string): void {
  const own = `${file}-${OWN_NAME}`;
  try {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      // Somebody may have planted a link there.
      rmSync(own, { force: true });
      writeOwn(own, file);
      const now = statSync(own).mtimeMs;
      // A link makes the file appear with its content.
      if (link(own, file)) {
        removeLeftovers(file, now);
        return;
      }
      removeStale(file, own, now);
    }
    throw new Locked(file, undefined);
  } finally {
    rmSync(own, { force: true });
  }
}

/** @throws {NoPlace} */
function writeOwn(own: string, file: string): void {
  try {
    writeFileSync(own, OWN_NAME, { flag: 'wx' });
  } catch (error) {
    throw errorCode(error) === 'ENOENT' ? new NoPlace(file) : error;
  }
}

/** @throws {Locked} */
function removeStale(file: string, own: string, now: number): void {
  refuseIfHeld(file, file, now);
  if (readHolder(file) === undefined) return;
  // Another build may have taken over in between, and this moves its lock.
  renameSync(file, own);
  refuseIfHeld(own, file, now);
}

/** Removes files of builds that were killed while they took the lock. */
function removeLeftovers(file: string, now: number): void {
  const folder = dirname(file);
  const prefix = `${basename(file)}-`;
  for (const entry of readdirSync(folder)) {
    const name = entry.slice(prefix.length);
    if (!entry.startsWith(prefix) || !NAME.test(name)) continue;
    const path = join(folder, entry);
    const seen = lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now;
    if (name !== OWN_NAME && !isAlive({ name, seen }, now)) rmSync(path, { force: true });
  }
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
function refuseIfHeld(file: string, home: string, now: number): void {
  const holder = readHolder(file);
  if (holder === undefined || holder.name === OWN_NAME || !isAlive(holder, now)) return;
  if (file !== home) link(file, home);
  throw new Locked(home, isHere(holder.name) ? pidOf(holder.name) : undefined);
}

function isAlive({ name, seen }: Holder, now: number): boolean {
  return isHere(name) ? isRunning(name) : now - seen < STALE;
}

/** @returns `undefined` if there is none, perhaps because its build is releasing it right now */
function readHolder(file: string): Holder | undefined {
  const status = lstatSync(file, { throwIfNoEntry: false });
  if (status === undefined) return undefined;
  if (!status.isFile()) throw new NotALock(file);
  try {
    return { name: readFileSync(file, 'utf8'), seen: status.mtimeMs };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
