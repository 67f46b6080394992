/** Writes the files of a site: on the second thread as long as it keeps up, else on this one. */
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Folders } from './folders.ts';

/** A file to write, its text in UTF-8. */
type File = readonly [path: string, content: string | Uint8Array];

export interface Batch {
  readonly files: readonly File[];
  /** Shared by the threads: how many files are written in all. */
  readonly written: Int32Array;
}

const BATCH_SIZE = 16;
/** Files that may wait to be written; beyond that, this thread writes too. */
const MAX_WAITING = 1024;

export class Writer {
  readonly #writeBatch: (batch: Batch) => Promise<void>;
  readonly #folders = new Folders();
  readonly #written = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #batches: Promise<void>[] = [];
  #files: File[] = [];
  #sent = 0;

  /** @param write runs `writeBatch`, on another thread if there is one */
  constructor(write: (batch: Batch) => Promise<void>) {
    this.#writeBatch = write;
  }

  /** Writes a file, and makes the folders that it needs. */
  write(path: string, content: string): void {
    // Messages do not arrive while this thread renders, hence the shared counter.
    if (this.#sent - Atomics.load(this.#written, 0) >= MAX_WAITING) {
      writeBelow(this.#folders, path, content);
      return;
    }
    this.#files.push([path, content]);
    if (this.#files.length >= BATCH_SIZE) this.#send();
  }

  /** Makes a folder on this thread, for a file that is copied. */
  makeFolder(folder: string): void {
    this.#folders.make(folder);
  }

  /** Waits until every file is written. */
  async finish(): Promise<void> {
    this.#send();
    await Promise.all(this.#batches);
  }

  #send(): void {
    const files = this.#files;
    this.#files = [];
    this.#sent += files.length;
    this.#batches.push(this.#writeBatch({ files, written: this.#written }));
  }
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

/** Writes one file on the thread that calls it. */
export function writeOne(path: string, content: string | Uint8Array): void {
  writeBelow(folders, path, content);
}

/** Task: writes a batch of a `Writer`. */
export function writeBatch({ files, written }: Batch): void {
  writeAll(files);
  Atomics.add(written, 0, files.length);
}
