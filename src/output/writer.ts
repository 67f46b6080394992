/** Writes the files of a site, on the second thread when it runs. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Worker } from 'node:worker_threads';

/** A file to write. */
export type File = readonly [path: string, content: string];

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

export class Writer {
  readonly #thread: Worker | undefined;
  #next: File[] = [];
  #open = 0;
  #failure: unknown;
  #wake: (() => void) | undefined;

  /** @param thread without it, every file is written at once */
  constructor(thread: Worker | undefined) {
    this.#thread = thread;
    thread?.on('message', this.#receive).on('error', this.#fail);
  }

  /** Writes a file, and the folders that it needs. The promise asks to wait before the next one. */
  write(path: string, content: string): void | Promise<void> {
    if (this.#thread === undefined) {
      writeBatch({ files: [[path, content]] });
      return undefined;
    }
    this.#next.push([path, content]);
    this.#open++;
    if (this.#next.length >= BATCH) this.#send();
    return this.#open < ON_THE_WAY ? undefined : this.#until(ON_THE_WAY / 2);
  }

  /** Waits until every file is written. */
  async finish(): Promise<void> {
    this.#send();
    await this.#until(0);
    this.#thread?.off('message', this.#receive).off('error', this.#fail);
  }

  #send(): void {
    const batch: Batch = { files: this.#next };
    this.#next = [];
    if (batch.files.length > 0) this.#thread?.postMessage(batch);
  }

  async #until(open: number): Promise<void> {
    while (this.#open > open && this.#failure === undefined) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    if (this.#failure !== undefined) throw this.#failure;
  }

  readonly #receive = (answer: Written | object): void => {
    if (!('written' in answer)) return;
    this.#open -= answer.written;
    this.#wake?.();
  };

  readonly #fail = (error: unknown): void => {
    this.#failure = error;
    this.#wake?.();
  };
}

const made = new Set<string>();

/** Writes the files on this thread; asks the file system for each folder once. */
export function writeBatch({ files }: Batch): Written {
  for (const [path, content] of files) {
    makeFolder(dirname(path));
    writeFileSync(path, content);
  }
  return { written: files.length };
}

export function makeFolder(folder: string): void {
  if (made.has(folder)) return;
  mkdirSync(folder, { recursive: true });
  made.add(folder);
}
