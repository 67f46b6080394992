/** Writes the files of a site, on the second thread when it runs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Worker } from 'node:worker_threads';

/** A file to write, its text in UTF-8. */
export type File = readonly [path: string, content: Uint8Array<ArrayBuffer>];

/** Some files, as they go to the second thread. */
export interface Batch {
  readonly files: readonly File[];
}

/** What it answers when they are written. */
export interface Written {
  readonly written: number;
}

/** Files sent at once. */
const BATCH = 16;
/** Files on their way at most; beyond that, whoever writes has to wait. */
const ON_THE_WAY = 256;

const UTF8 = new TextEncoder();

export class Writer {
  readonly #thread: Worker | undefined;
  readonly #folders = new Folders();
  #next: File[] = [];
  #open = 0;
  #failure: unknown;
  #waiting: (() => void)[] = [];

  /** @param thread without it, every file is written at once */
  constructor(thread: Worker | undefined) {
    this.#thread = thread;
    thread?.on('message', this.#receive).on('error', this.#fail);
  }

  /** Writes a file, and the folders that it needs. The promise asks to wait before the next one. */
  write(path: string, content: string): void | Promise<void> {
    if (this.#thread === undefined) {
      this.makeFolder(dirname(path));
      writeFileSync(path, content);
      return undefined;
    }
    this.#next.push([path, UTF8.encode(content)]);
    this.#open++;
    if (this.#next.length >= BATCH) this.#send();
    return this.#open < ON_THE_WAY ? undefined : this.#until(ON_THE_WAY / 2);
  }

  /** Makes a folder on this thread, for a file that is not written but copied. */
  makeFolder(folder: string): void {
    this.#folders.make(folder);
  }

  /** Waits until every file is written. */
  async finish(): Promise<void> {
    this.#send();
    await this.#until(0);
    this.#thread?.off('message', this.#receive).off('error', this.#fail);
  }

  #send(): void {
    const files = this.#next;
    this.#next = [];
    if (files.length === 0) return;
    const batch: Batch = { files };
    // Handed over, not copied.
    const buffers = files.map(([, content]) => content.buffer);
    this.#thread?.postMessage(batch, buffers);
  }

  async #until(open: number): Promise<void> {
    while (this.#open > open && this.#failure === undefined) {
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    }
    if (this.#failure !== undefined) throw this.#failure;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  readonly #receive = (answer: Written | object): void => {
    if (!('written' in answer)) return;
    this.#open -= answer.written;
    this.#wake();
  };

  readonly #fail = (error: unknown): void => {
    this.#failure = error;
    this.#wake();
  };
}

/** Asks the file system for each folder once. */
class Folders {
  readonly #made = new Set<string>();

  make(folder: string): void {
    if (this.#made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    this.#made.add(folder);
  }
}

/** The folders of the one build that a second thread takes part in. */
const folders = new Folders();

/** The part of the second thread. */
export function writeBatch({ files }: Batch): Written {
  for (const [path, content] of files) {
    folders.make(dirname(path));
    writeFileSync(path, content);
  }
  return { written: files.length };
}
