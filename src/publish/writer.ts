/** Writes the files of a site on the second thread, or on this one if the other falls behind. */
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { ask } from '../lib/worker-thread.ts';
import { MkdirCache } from './mkdir-cache.ts';

/** Text is written as UTF-8. */
type File = readonly [path: string, content: string | Uint8Array];

/** Message to the second thread. */
export interface Batch {
  readonly files: readonly File[];
  /** Whether to reply when the files are written. */
  readonly isLast: boolean;
  /** Shared counter of files written so far. */
  readonly written: Int32Array;
}

/** Reply of the second thread. */
export interface Written {
  readonly written: number;
}

/** Files per message. */
const BATCH = 16;
/** Unwritten files at which this thread starts to write too. */
const MAX_PENDING = 1024;

export class Writer {
  readonly #thread: Worker | undefined;
  readonly #folders = new MkdirCache();
  /** Files written by the second thread, which counts them. */
  readonly #written = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  #next: File[] = [];
  #sent = 0;
  #failure: unknown;

  /** @param thread if missing, this thread writes every file */
  constructor(thread: Worker | undefined) {
    this.#thread = thread;
    thread?.on('error', this.#fail);
  }

  /** Writes a file and creates its folder. */
  write(path: string, content: string): void {
    if (this.#thread === undefined || this.#pending >= MAX_PENDING) {
      writeBelow(this.#folders, path, content);
      return;
    }
    this.#next.push([path, content]);
    if (this.#next.length >= BATCH) this.#send();
  }

  /** Creates a folder on this thread, for files that are copied. */
  makeFolder(folder: string): void {
    this.#folders.make(folder);
  }

  /** Resolves when every file is written. */
  async finish(): Promise<void> {
    if (this.#thread !== undefined && this.#failure === undefined)
      await ask(this.#thread, this.#batch(true), isWritten);
    this.#thread?.off('error', this.#fail);
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Read from shared memory, because this thread gets no messages while it renders. */
  get #pending(): number {
    return this.#sent - Atomics.load(this.#written, 0);
  }

  #send(): void {
    this.#thread?.postMessage(this.#batch(false));
  }

  #batch(isLast: boolean): Batch {
    const files = this.#next;
    this.#next = [];
    this.#sent += files.length;
    return { files, isLast, written: this.#written };
  }

  readonly #fail = (error: unknown): void => {
    // The first error is the cause; the second only says that the thread has ended.
    this.#failure ??= error;
  };
}

function isWritten(message: object): message is Written {
  return 'written' in message;
}

function writeBelow(folders: MkdirCache, path: string, content: string | Uint8Array): void {
  folders.make(dirname(path));
  writeFileSync(path, content);
}

/** Folders of this thread's build. */
const folders = new MkdirCache();

/** Writes files on the calling thread. */
export function writeAll(files: Iterable<File>): void {
  for (const [path, content] of files) writeBelow(folders, path, content);
}

export function writeOne(path: string, content: string | Uint8Array): void {
  writeBelow(folders, path, content);
}

/** The second thread's half: writes a batch of files. */
export function writeBatch({ files, isLast, written }: Batch): Written | undefined {
  writeAll(files);
  const count = Atomics.add(written, 0, files.length) + files.length;
  return isLast ? { written: count } : undefined;
}
