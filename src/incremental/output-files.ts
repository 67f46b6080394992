/** What each file of the last output was made from, so that the next build can reuse it. */
import type { Stats } from 'node:fs';
import { join, resolve } from 'node:path';
import { Cache, keyOf } from '../lib/cache.ts';
import { PROGRAM } from '../lib/program.mjs';
import { keepFile, type Destination } from '../publish/writer.ts';
import type { PageKeys, PageSource } from './page-keys.ts';

/** Raise the number when records get another shape. */
const VERSION = 'output files 2';

interface Recorded {
  /** When they were published: milliseconds since 1970 UTC. */
  readonly published: number;
  /** Keys by path. */
  readonly files: ReadonlyMap<string, string>;
  /** By path of a page, the index of the names of what it read. */
  readonly pages: ReadonlyMap<string, number>;
  /** Lists of names that many pages share. */
  readonly reads: readonly (readonly string[])[];
}

export interface OutputFilesOptions {
  /** Folder of all caches. */
  readonly cache: string;
  readonly output: string;
  /** Fingerprint of the owner's code, which the program does not know. */
  readonly ownCode: string;
  /** Whether to reuse nothing, and only to keep the record. */
  readonly isFull: boolean;
}

/** The files of one build. Paths are below the output folder, with forward slashes. */
export class OutputFiles {
  /** How many files were reused. */
  reused = 0;
  readonly #cache: Cache<Recorded>;
  readonly #key: string;
  readonly #last: Recorded | undefined;
  readonly #files = new Map<string, string>();
  readonly #pages = new Map<string, number>();
  /** Lists of names, joined. */
  readonly #reads: string[] = [];
  /** Their indexes. */
  readonly #lists = new Map<readonly string[], number>();

  constructor({ cache, output, ownCode, isFull }: OutputFilesOptions) {
    this.#cache = new Cache(join(cache, 'builds'));
    const program = [PROGRAM, process.env['PERENNIAL_BUNDLE'] ?? '', process.version, ownCode];
    this.#key = keyOf(VERSION, resolve(output), ...program);
    this.#last = isFull ? undefined : this.#cache.get(this.#key);
  }

  /** Whether the last output is known. */
  get hasLast(): boolean {
    return this.#last !== undefined;
  }

  /**
   * Links a file of the last output into the new one if it was made from the same.
   * @param key of all that the file is made from
   * @returns `false` if the caller must write it
   */
  reuse(to: Destination, path: string, key: string): boolean {
    this.#files.set(path, key);
    return this.#last?.files.get(path) === key && this.#link(to, path);
  }

  /** Links a page of the last output into the new one if it would be the same. */
  reusePage(to: Destination, page: PageSource, keys: PageKeys): boolean {
    const { file } = page;
    const reads = this.#last?.reads[this.#last.pages.get(file) ?? -1];
    if (reads === undefined) return false;
    const key = keys.keyOf(page, reads);
    if (key === undefined || key !== this.#last?.files.get(file)) return false;
    if (!this.#link(to, file)) return false;
    this.#set(file, key, reads);
    return true;
  }

  /** Lets the next build write a file again. */
  forget(path: string): void {
    this.#files.delete(path);
  }

  /** Remembers what a page that was not reused is made from. */
  addPage(page: PageSource, reads: readonly string[], keys: PageKeys): void {
    const key = keys.keyOf(page, reads);
    if (key !== undefined) this.#set(page.file, key, reads);
  }

  /** Keeps the record once the output is published. */
  save(): void {
    const reads = this.#reads.map((names) => (names === '' ? [] : names.split('\n')));
    const [files, pages] = [this.#files, this.#pages];
    this.#cache.set(this.#key, { published: Date.now(), files, pages, reads });
    this.#cache.sweep();
  }

  #set(file: string, key: string, reads: readonly string[]): void {
    this.#files.set(file, key);
    this.#pages.set(file, this.#indexOf(reads));
  }

  /** Lists of this build and of the last one may be equal. */
  #indexOf(reads: readonly string[]): number {
    const known = this.#lists.get(reads);
    if (known !== undefined) return known;
    const names = reads.join('\n');
    const index = this.#reads.indexOf(names);
    this.#lists.set(reads, index === -1 ? this.#reads.push(names) - 1 : index);
    return this.#indexOf(reads);
  }

  /** Links a file that is still as the last build published it. */
  #link(to: Destination, path: string): boolean {
    const published = this.#last?.published ?? 0;
    // File systems count parts of milliseconds, the clock does not.
    const isSame = (_: string, { ctimeMs }: Stats): boolean => Math.floor(ctimeMs) <= published;
    const isLinked = keepFile(to, path, isSame) === 'linked';
    if (isLinked) this.reused++;
    return isLinked;
  }
}
