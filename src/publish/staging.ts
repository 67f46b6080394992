/** Puts a finished site in the place of the earlier one, whole or not at all. */
import { accessSync, constants, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { swapFolders } from './atomic-swap.ts';
import { errorCode } from './failure.ts';
import { Folders } from './folders.ts';
import { releaseLock, takeLock } from './lock.ts';
import { real, guardForeign, guardSources } from './output-guard.ts';

export interface StagingOptions {
  /** Swaps two folders if it can, and says whether it did; default: what the system offers. */
  readonly swapFolders?: (one: string, other: string) => boolean;
}

/**
 * A fresh folder beside the output; nothing is seen of it until it is
 * published. From its making until it is published or discarded no other build
 * can have the same output.
 */
export class Staging {
  /** Where the site is written. */
  readonly folder: string;
  readonly #output: string;
  readonly #earlier: string;
  readonly #lock: string;
  readonly #swapFolders: (one: string, other: string) => boolean;
  #isOpen = true;

  /**
   * @param output folder that the site will take
   * @param sources folders that must survive, such as the content and the project
   * @throws {UnsafeOutput} when `output` holds a source, lies in one, or is not Perennial's own
   * @throws {Locked} when another build works on it
   * @throws what the file system does when it cannot be written to; nothing is left behind then
   */
  constructor(
    output: string,
    sources: { readonly content: string; readonly project: string },
    options: StagingOptions = {},
  ) {
    guardSources(resolve(output), sources);
    guardForeign(resolve(output));
    // A link stays one: what it points to is replaced.
    this.#output = real(output);
    const parent = dirname(this.#output);
    const prefix = join(parent, `.${basename(this.#output)}`);
    this.folder = `${prefix}.building`;
    this.#earlier = `${prefix}.earlier`;
    this.#lock = `${prefix}.lock`;
    this.#swapFolders = options.swapFolders ?? swapFolders;
    new Folders().make(parent);
    takeLock(this.#lock);
    try {
      this.#recover();
      // A folder that cannot be emptied could take the new site, but never go away again.
      if (existsSync(this.#output)) accessSync(this.#output, constants.W_OK);
      mkdirSync(this.folder);
    } catch (error) {
      releaseLock(this.#lock);
      throw error;
    }
  }

  /** The fresh folder takes the output's place; the earlier site goes. */
  publish(): void {
    if (!existsSync(this.#output)) renameSync(this.folder, this.#output);
    else if (!this.#swapFolders(this.folder, this.#output)) this.#replace();
    this.#end(this.folder, this.#earlier);
  }

  /** Removes the fresh folder; the earlier site stays. */
  discard(): void {
    this.#end(this.folder);
  }

  #end(...folders: string[]): void {
    // Once is enough: what is there afterwards is another build's.
    if (!this.#isOpen) return;
    this.#isOpen = false;
    try {
      for (const folder of folders) remove(folder);
      releaseLock(this.#lock);
    } catch {
      // As after a kill: the next build tries again, and the lock ends with this process.
    }
  }

  /** In two steps, where the system knows no single one. */
  #replace(): void {
    renameSync(this.#output, this.#earlier);
    try {
      renameSync(this.folder, this.#output);
    } catch (error) {
      renameSync(this.#earlier, this.#output);
      throw error;
    }
  }

  /** Puts right what a build left behind that was killed: its site goes, the earlier one comes back. */
  #recover(): void {
    if (existsSync(this.#earlier) && !existsSync(this.#output))
      renameSync(this.#earlier, this.#output);
    remove(this.folder);
    remove(this.#earlier);
  }
}

const ATTEMPTS = 100;
/** Milliseconds between two attempts. */
const PAUSE = 20;

/** Another thread may just finish a file in it: then once more. */
function remove(folder: string): void {
  for (let attempt = 1; attempt <= ATTEMPTS && existsSync(folder); attempt++) {
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (errorCode(error) !== 'ENOTEMPTY' || attempt === ATTEMPTS) throw error;
      // This thread must not go on meanwhile: it would write as well.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}
