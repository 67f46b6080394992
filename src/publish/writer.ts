/** Writes the files of a site: on the second thread as long as it keeps up, else on this one. */
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { ask } from '../lib/worker-thread.ts';
import { Folders } from './folders.ts';

/** A file to write, its text in UTF-8. */
type File = readonly [path: string, content: string | Uint8Array];

/** What the second thread is told to write. */
export interface Batch {
  readonly files: readonly File[];
  /** Whether to answer when they are written. */
  readonly isLast: boolean;
  /** Shared: how many files are written in all. */
  readonly written: Int32Array;
}

/** What it answers when they are written. */
export interface Written {
  readonly written: number;
}

/** Files sent at once. */
const BATCH = 16;
/** Files on their way at most; beyond that, this thread writes too. */
const ON_THE_WAY = 1024;

export class Writer {
  readonly #thread: Worker | undefined;
  readonly #folders = new Folders();
  /** How many files the second thread has written, told by itself. */
  readonly #written = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  #next: File[] = [];
  #sent = 0;
  #failure: unknown;

  /** @param thread without it, every file is written here */
  constructor(thread: Worker | undefined) {
    this.#thread = thread;
    thread?.on('error', this.#fail);
  }

  /** Writes a file, and the folders that it needs. */
  write(path: string, content: string): void {
    if (this.#thread === undefined || this.#open >= ON_THE_WAY) {
      writeBelow(this.#folders, path, content);
      return;
    }
    this.#next.push([path, content]);
    if (this.#next.length >= BATCH) this.#send();
  }

  /** Makes a folder on this thread, for a file that is not written but copied. */
  makeFolder(folder: string): void {
    this.#folders.make(folder);
  }

  /** Waits until every file is written. */
  async finish(): Promise<void> {
    if (this.#thread !== undefined && this.#failure === undefined)
      await ask(this.#thread, this.#batch(true), isWritten);
    this.#thread?.off('error', this.#fail);
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** This thread does not hear of what is written while it renders: it has to look. */
  get #open(): number {
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
    // That the thread has ended is told as well, and says less.
    this.#failure ??= error;
  };
}

function isWritten(message: object): message is Written {
  return 'written' in message;
}

function writeBelow(folders: Folders, path: string, content: string | Uint8Array): void {
  folders.make(dirname(path));
  writeFileSync(path, content);
}

/** The folders of the one build that this thread takes part in. */
const folders = new Folders();

/** Writes files on the thread that calls it. */
export function writeAll(files: Iterable<File>): void {
  for (const [path, content] of files) writeBelow(folders, path, content);
}

/** Writes one more. */
export function writeOne(path: string, content: string | Uint8Array): void {
  writeBelow(folders, path, content);
}

/** The part of the second thread. */
export function writeBatch({ files, isLast, written }: Batch): Written | undefined {
  writeAll(files);
  const count = Atomics.add(written, 0, files.length) + files.length;
  return isLast ? { written: count } : undefined;
}
