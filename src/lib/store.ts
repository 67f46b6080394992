/** Values by file, remembered from one load of a site to the next and, with a folder, from run to run. */
import { Cache, keyOf } from './cache.ts';

/** Below this many texts, making the values again is as fast as reading them. */
export const MIN_TEXTS = 100;

/** Where and how the values of a store are saved. */
export interface Persistence {
  /** Cache folder. */
  readonly folder: string;
  /** Inputs that all values depend on, such as the site and the version of the program. */
  readonly inputs: readonly string[];
  /** Cache entries to divide the values among, so that changing one value rewrites little. */
  readonly shards: number;
  /** Fewer values than this are not saved. */
  readonly minimum: number;
  /** Whether saved values stay in memory; otherwise they are read again. Default: true. */
  readonly keeps?: boolean;
}

const NOT_SAVED: Persistence = { folder: '', inputs: [], shards: 1, minimum: 0 };

type Shard<Value> = Map<string, Value>;

/** `Value` is plain data. */
export class Store<Value> {
  readonly #persistence: Persistence;
  readonly #cache: Cache<Shard<Value>> | undefined;
  readonly #free: (value: Value) => Value;
  #saved = new Map<number, Shard<Value>>();
  #next = new Map<number, Shard<Value>>();

  /**
   * @param persistence without it, values last as long as the store
   * @param free copies the typed arrays of a value that was read: they are views of a buffer with many values, which
   * they would keep in memory
   */
  constructor(persistence?: Persistence, free: (value: Value) => Value = (value) => value) {
    this.#persistence = persistence ?? NOT_SAVED;
    this.#cache = persistence && new Cache(persistence.folder);
    this.#free = free;
  }

  /** The value of the file at the last save. */
  get(file: string): Value | undefined {
    const number = this.#shardOf(file);
    let shard = this.#saved.get(number);
    if (shard === undefined) {
      const read = this.#cache?.get(this.#key(number)) ?? [];
      shard = new Map(Array.from(read, ([name, value]) => [name, this.#free(value)]));
      this.#saved.set(number, shard);
    }
    return shard.get(file);
  }

  /** Replaces the value of the last save by an equal one, which takes less memory. */
  replace(file: string, value: Value): void {
    this.#saved.get(this.#shardOf(file))?.set(file, value);
  }

  /** Sets the value to be saved next; until then, `get` returns the previous one. */
  set(file: string, value: Value): void {
    const number = this.#shardOf(file);
    const shard = this.#next.get(number) ?? new Map<string, Value>();
    this.#next.set(number, shard.set(file, value));
  }

  /**
   * Saves the values set since the last save, and drops all others.
   * @returns whether anything was written
   */
  save(): boolean {
    const previous = this.#saved;
    this.#saved = this.#next;
    this.#next = new Map();
    const count = [...this.#saved.values()].reduce((sum, { size }) => sum + size, 0);
    if (this.#cache === undefined || count < this.#persistence.minimum) return false;
    const changed = [...this.#saved].filter(
      ([number, shard]) => !isSame(shard, previous.get(number)),
    );
    for (const [number, shard] of changed) this.#cache.set(this.#key(number), shard);
    if (this.#persistence.keeps === false) this.#saved = new Map();
    return changed.length > 0;
  }

  #key(shard: number): string {
    return keyOf(...this.#persistence.inputs, String(shard));
  }

  #shardOf(file: string): number {
    let sum = 0;
    for (let at = 0; at < file.length; at++) sum = (sum * 31 + file.charCodeAt(at)) | 0;
    return (sum >>> 0) % this.#persistence.shards;
  }
}

function isSame<Value>(one: Shard<Value>, other: Shard<Value> | undefined): boolean {
  return other?.size === one.size && [...one].every(([file, value]) => other.get(file) === value);
}
