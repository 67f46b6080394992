/** Staging folder: publishes a finished site atomically in place of the previous one. */
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { swapFolders } from './atomic-swap.ts';
import { errorCode } from './fs-errors.ts';
import { Lock } from './lock.ts';
import { MkdirCache } from './mkdir-cache.ts';
import { guardForeign, guardSources, realPath } from './output-guard.ts';

export interface StagingOptions {
  /** Swaps two folders, or returns false if it cannot; default: a system call. */
  readonly swapFolders?: (one: string, other: string) => boolean;
}

/** What a build has beside its output until it ends; what one that was killed leaves there. */
function placesBeside(output: string): Record<'building' | 'earlier' | 'lock', string> {
  const prefix = join(dirname(output), `.${basename(output)}`);
  return { building: `${prefix}.building`, earlier: `${prefix}.earlier`, lock: `${prefix}.lock` };
}

/** Whether a build of the output is running, or was killed. */
export function hasUnfinishedBuild(output: string): boolean {
  return Object.values(placesBeside(realPath(output))).some((place) => existsSync(place));
}

/**
 * A new folder beside the output folder, invisible until it is published. Locks
 * the output until it is published or discarded.
 */
export class Staging {
  /** Where to write the site. */
  readonly folder: string;
  /** The site that it replaces; `undefined` if there is none. */
  readonly earlier: string | undefined;
  readonly #output: string;
  readonly #previous: string;
  readonly #lock: Lock;
  readonly #swapFolders: (one: string, other: string) => boolean;
  #isOpen = true;

  /**
   * @param output folder to replace
   * @param sources folders that must not be deleted
   * @throws {UnsafeOutput} if `output` contains a source, is inside one, or is not Perennial's own
   * @throws {LockError} if another build is writing it
   * @throws file-system errors, after cleaning up
   */
  constructor(
    output: string,
    sources: { readonly content: string; readonly project: string },
    options: StagingOptions = {},
  ) {
    guardSources(resolve(output), sources);
    guardForeign(resolve(output));
    // If the output is a link, keep it and replace its target.
    this.#output = realPath(output);
    const { building, earlier, lock } = placesBeside(this.#output);
    this.folder = building;
    this.#previous = earlier;
    this.#swapFolders = options.swapFolders ?? swapFolders;
    new MkdirCache().make(dirname(this.#output));
    this.#lock = new Lock(lock);
    try {
      this.#recover();
      // Without write access the previous site could be moved, but never deleted.
      if (existsSync(this.#output)) accessSync(this.#output, constants.W_OK);
      mkdirSync(this.folder);
      this.earlier = existsSync(this.#output) ? this.#output : undefined;
    } catch (error) {
      this.#lock.release();
      throw error;
    }
  }

  /**
   * Replaces the output folder with the staging folder, and deletes the previous
   * site.
   * @throws {LockLost} if another build has taken over
   */
  publish(): void {
    this.#lock.check();
    if (!existsSync(this.#output)) renameSync(this.folder, this.#output);
    else if (!this.#swapFolders(this.folder, this.#output)) this.#replace();
    this.#end(this.folder, this.#previous);
  }

  /** Deletes the staging folder; the previous site stays. */
  discard(): void {
    this.#end(this.folder);
  }

  #end(...folders: string[]): void {
    // After the first call, the folders may belong to another build.
    if (!this.#isOpen) return;
    this.#isOpen = false;
    try {
      if (this.#lock.isHeld) for (const folder of folders) remove(folder);
      this.#lock.release();
    } catch {
      // The next build tries again, and the lock expires with this process.
    }
  }

  /** Replaces the output in two renames, where no atomic swap is available. */
  #replace(): void {
    renameSync(this.#output, this.#previous);
    try {
      renameSync(this.folder, this.#output);
    } catch (error) {
      renameSync(this.#previous, this.#output);
      throw error;
    }
  }

  /** Cleans up after a build that was killed, and restores the previous site. */
  #recover(): void {
    if (existsSync(this.#previous) && !existsSync(this.#output))
      renameSync(this.#previous, this.#output);
    remove(this.folder);
    remove(this.#previous);
  }
}

/** Unlike `existsSync`, sees links that lead nowhere. */
function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

const ATTEMPTS = 100;
/** Milliseconds between two attempts. */
const PAUSE = 20;

/** Retries, because the second thread may still be writing a file into the folder. */
function remove(folder: string): void {
  for (let attempt = 1; attempt <= ATTEMPTS && isThere(folder); attempt++) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (errorCode(error) !== 'ENOTEMPTY' || attempt === ATTEMPTS) throw error;
      // Blocks, because this thread would write files too if it continued.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}
