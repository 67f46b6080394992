/** What the last build read, wrote and reported, so that the next one can tell that nothing has changed. */
import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Cache, keyOf } from '../lib/cache.ts';
import type { Problem } from '../lib/problem.ts';
import { PROGRAM } from '../lib/program.mjs';
import { FileStates, isUntouched } from '../lib/file-states.mjs';

/** Raise the number when records get another shape. */
const KEY = keyOf('build records 3');
/** Outputs whose last builds are known. */
const MOST = 8;

export interface Report {
  readonly warnings: readonly Problem[];
  /** How much the site holds, as a summary says it. */
  readonly contents: string;
}

interface Recorded {
  /** Hash of the program and the options. */
  readonly inputs: string;
  /** When the sources were read: milliseconds since 1970 UTC, as all times here. */
  readonly read: number;
  readonly sources: string;
  readonly published: number;
  readonly validUntil: number;
  readonly report: Report;
}

/** A look at the sources: plain data. */
export interface Seen {
  /** Milliseconds since 1970 UTC. */
  readonly read: number;
  /** Hash of their states; `undefined` if links lead to files elsewhere. */
  readonly sources: string | undefined;
}

export interface BuildInputs {
  /** Folder of all caches. */
  readonly cache: string;
  readonly output: string;
  /** Folders with everything that the build reads. */
  readonly sources: readonly string[];
  /** Flags that the output depends on. */
  readonly options: Readonly<Record<string, unknown>>;
}

export class BuildRecord {
  /** By output folder, the latest last. */
  readonly #cache: Cache<ReadonlyMap<string, Recorded>>;
  readonly #output: string;
  readonly #inputs: string;
  readonly #folders: readonly string[];
  /** Until `unchanged` has compared them: they take much memory. */
  #states: FileStates | undefined;
  /** Before the build, so that a change during it is noticed. */
  readonly seen: Seen;

  /** @param seen of the sources by another record that was just opened, in place of a look of its own */
  constructor({ cache, output, sources, options }: BuildInputs, seen?: Seen) {
    this.#cache = new Cache(join(cache, 'builds'));
    this.#output = resolve(output);
    const program = [PROGRAM, process.env['PERENNIAL_BUNDLE'] ?? '', process.version];
    this.#inputs = keyOf(...program, JSON.stringify(Object.entries(options).toSorted()));
    this.#folders = sources
      .filter((folder) => existsSync(folder))
      .map((folder) => realpathSync(folder));
    this.seen = seen ?? this.#look();
  }

  #look(): Seen {
    const read = Date.now();
    this.#states = new FileStates(this.#folders);
    return { read, sources: this.#states.hash(read) };
  }

  /** What the last build reported, if another one would write and report the same. Call it once. */
  unchanged(now: number): Report | undefined {
    const states = this.#states;
    this.#states = undefined;
    const last = this.#cache.get(KEY)?.get(this.#output);
    if (last === undefined || last.inputs !== this.#inputs || now >= last.validUntil)
      return undefined;
    try {
      const output = realpathSync(this.#output);
      if (states?.hash(last.read) !== last.sources) return undefined;
      return isUntouched(output, last.published) ? last.report : undefined;
    } catch {
      // The output is gone, or a file goes while this looks at it.
      return undefined;
    }
  }

  /**
   * Keeps the report of a build that has just published the output.
   * @param validUntil when the same sources make another site
   */
  save(report: Report, validUntil: number): void {
    const published = Date.now();
    const { read, sources } = this.seen;
    if (sources === undefined || !this.#isSame()) return;
    const records = new Map(this.#cache.get(KEY));
    records.delete(this.#output);
    const record = { read, sources, published, validUntil, report };
    records.set(this.#output, { inputs: this.#inputs, ...record });
    this.#cache.set(KEY, new Map([...records].slice(-MOST)));
  }

  /** Whether nothing changed since the build began. */
  #isSame(): boolean {
    const { read, sources } = this.seen;
    try {
      return new FileStates(this.#folders).hash(read) === sources;
    } catch {
      return false;
    }
  }
}
