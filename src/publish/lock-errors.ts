/** Why a lock cannot be taken or was lost. */
import { dirname } from 'node:path';

/** Milliseconds without a sign of life after which the lock of another place is taken over. */
export const STALE = 120_000;

export abstract class LockError extends Error {
  /** Path of the lock file. */
  readonly file: string;

  constructor(name: string, file: string) {
    super(`The lock ${file} cannot be held.`);
    this.name = name;
    this.file = file;
  }

  /** Explains it in sentences. */
  abstract describe(output: string): string;
}

/** Another build is writing this output. */
export class Locked extends LockError {
  readonly #pid: number | undefined;

  /** @param pid process ID of that build; `undefined` in another container or on another machine */
  constructor(file: string, pid: number | undefined) {
    super('Locked', file);
    this.#pid = pid;
  }

  override describe(output: string): string {
    const wait = 'Wait for it to end, or choose another folder with --output.';
    return this.#pid === undefined
      ? `Another build, in another container or on another machine, is writing ${output}. ${wait} If it was killed, build again in ${STALE / 60_000} minutes.`
      : `Another build (process ${this.#pid}) is writing ${output}. ${wait} If that process is not a build, delete ${this.file}.`;
  }
}

/** Something else has the name of the lock file. */
export class NotALock extends LockError {
  constructor(file: string) {
    super('NotALock', file);
  }

  override describe(output: string): string {
    return `${this.file} is a link, a folder or a device, but a build of ${output} needs a file of that name. Find out who made it, and delete it.`;
  }
}

/** Nothing can be created in the folder of the lock file, as in `/proc`. */
export class NoPlace extends LockError {
  constructor(file: string) {
    super('NoPlace', file);
  }

  override describe(output: string): string {
    return `The output ${output} cannot be created, because ${dirname(this.file)} takes no files. Choose another folder with --output.`;
  }
}

/** Another build took the lock over while this one gave no sign of life. */
export class LockLost extends LockError {
  constructor(file: string) {
    super('LockLost', file);
  }

  override describe(output: string): string {
    return `Another build has begun to write ${output}, because this one was suspended for more than ${STALE / 60_000} minutes, or because somebody deleted ${this.file}. Build again.`;
  }
}
