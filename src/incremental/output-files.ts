/** What each file of the last output was made from, so that the next build can take it and need not make it again. */
import type { Stats } from 'node:fs';
import { join, resolve } from 'node:path';
import { Cache, keyOf } from '../lib/cache.ts';
import { PROGRAM } from '../lib/program.mjs';
import { keepFile, type Destination } from '../publish/writer.ts';
import type { PageKeys, PageSource } from './page-keys.ts';

/** Raise the number when records get another shape. */
const VERSION = 'output files 1';

interface FileRecord {
  readonly key: string;
  /** Index of the names in `reads`; only pages have one. */
  readonly reads: number | undefined;
}

interface Recorded {
  /** When they were published: milliseconds since 1970 UTC. */
  readonly published: number;
  readonly files: ReadonlyMap<string, FileRecord>;
  /** Lists of names that many pages share. */
  readonly reads: readonly (readonly string[])[];
}

export interface OutputFilesOptions {
  /** Folder of all caches. */
  readonly cache: string;
  readonly output: string;
  /** Fingerprint of the owner's code, which the program does not know. */
  readonly ownCode: string;
  /** Whether to take nothing, and only to keep the record. */
  readonly isFull: boolean;
}

/** The files of one build. Paths are below the output folder, with forward slashes. */
export class OutputFiles {
  /** How many files were taken. */
  taken = 0;
  readonly #cache: Cache<Recorded>;
  readonly #key: string;
  readonly #last: Recorded | undefined;
  readonly #files = new Map<string, FileRecord>();
  readonly #reads = new Map<
    string,
    { readonly index: number; readonly names: readonly string[] }
  >();

  constructor({ cache, output, ownCode, isFull }: OutputFilesOptions) {
    this.#cache = new Cache(join(cache, 'builds'));
    const program = [PROGRAM, process.env['PERENNIAL_BUNDLE'] ?? '', process.version, ownCode];
    this.#key = keyOf(VERSION, resolve(output), ...program);
    this.#last = isFull ? undefined : this.#cache.get(this.#key);
  }

  /**
   * Links a file of the last output into the new one if it was made from the same.
   * @param key of all that the file is made from
   * @returns `false` if the caller must write it
   */
  take(to: Destination, path: string, key: string): boolean {
    this.#files.set(path, { key, reads: undefined });
    return this.#last?.files.get(path)?.key === key && this.#link(to, path);
  }

  /** Links a page of the last output into the new one if it would be the same. */
  takePage(to: Destination, page: PageSource, keys: PageKeys): boolean {
    const last = this.#last?.files.get(page.file);
    const reads = last?.reads === undefined ? undefined : this.#last?.reads[last.reads];
    if (last === undefined || reads === undefined) return false;
    if (keys.keyOf(page, reads) !== last.key || !this.#link(to, page.file)) return false;
    this.#files.set(page.file, { ...last, reads: this.#indexOf(reads) });
    return true;
  }

  /** Remembers what a page that was not taken is made from. */
  addPage(page: PageSource, reads: readonly string[], keys: PageKeys): void {
    this.#files.set(page.file, { key: keys.keyOf(page, reads), reads: this.#indexOf(reads) });
  }

  /** Keeps the record once the output is published. */
  save(): void {
    const reads = [...this.#reads.values()].map(({ names }) => names);
    this.#cache.set(this.#key, { published: Date.now(), files: this.#files, reads });
    this.#cache.sweep();
  }

  #indexOf(names: readonly string[]): number {
    const joined = names.join('\n');
    const known = this.#reads.get(joined) ?? { index: this.#reads.size, names };
    this.#reads.set(joined, known);
    return known.index;
  }

  /** Links a file that is still as the last build published it. */
  #link(to: Destination, path: string): boolean {
    const published = this.#last?.published ?? 0;
    // File systems count parts of milliseconds, the clock does not.
    const isSame = (_: string, { ctimeMs }: Stats): boolean => Math.floor(ctimeMs) <= published;
    const isLinked = keepFile(to, path, isSame) === 'linked';
    if (isLinked) this.taken++;
    return isLinked;
  }
}
