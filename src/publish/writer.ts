/** Writes the files of a site on the second thread, or on this one if the other falls behind. */
import { writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { MkdirCache } from './mkdir-cache.ts';

/** Text is written as UTF-8. */
type File = readonly [path: string, content: string | Uint8Array];

export interface Batch {
  readonly files: readonly File[];
  /** Shared counter of files written so far. */
  readonly written: Int32Array;
}

const BATCH_SIZE = 16;
/** Unwritten files at which this thread starts to write too. */
const MAX_PENDING = 1024;

export class Writer {
  readonly #writeBatch: (batch: Batch) => Promise<void>;
  readonly #folders = new MkdirCache();
  readonly #written = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  readonly #batches: Promise<void>[] = [];
  #files: File[] = [];
  #sent = 0;

  /** @param write runs `writeBatch`, on another thread if there is one */
  constructor(write: (batch: Batch) => Promise<void>) {
    this.#writeBatch = write;
  }

  /** Writes a file and creates its folder. */
  write(path: string, content: string): void {
    // Messages do not arrive while this thread renders, hence the shared counter.
    if (this.#sent - Atomics.load(this.#written, 0) >= MAX_PENDING) {
      writeBelow(this.#folders, path, content);
      return;
    }
    this.#files.push([path, content]);
    if (this.#files.length >= BATCH_SIZE) this.#send();
  }

  /** Creates a folder on this thread, for files that are copied. */
  makeFolder(folder: string): void {
    this.#folders.make(folder);
  }

  /** Resolves when every file is written. */
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

/** Task: writes a batch of a `Writer`. */
export function writeBatch({ files, written }: Batch): void {
  writeAll(files);
  Atomics.add(written, 0, files.length);
}
