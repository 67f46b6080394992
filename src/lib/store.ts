/** Values by file, kept from one load of a site to the next or, with a cache, from run to run. */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Cache } from './cache.ts';

/** Where values last longer than the run. */
export interface Home {
  readonly cache: Cache;
  /** Tells apart the sites that share a cache: any path of theirs. */
  readonly site: string;
  /** Changes when the program might make other values of the same files. */
  readonly version: string;
}

/** Values are stored in as many entries, so that a change of one file writes little. */
const PARTS = 16;

/** Fewer values are made again as fast as they are read, and stay off the disk. */
export const WORTH_KEEPING = 100;

type Part<Value> = ReadonlyMap<string, Value>;

/** `Value` is plain data. */
export class Store<Value> {
  readonly #home: Home | undefined;
  readonly #name: string;
  #known: Map<number, Part<Value>> = new Map();
  #noted = new Map<number, Map<string, Value>>();

  /** @param name tells apart the stores of a site */
  constructor(name: string, home?: Home) {
    this.#name = name;
    this.#home = home;
  }

  /** What was saved of a file. */
  get(file: string): Value | undefined {
    const part = partOf(file);
    let known = this.#known.get(part);
    if (known === undefined) {
      known = this.#read(part);
      this.#known.set(part, known);
    }
    return known.get(file);
  }

  /** Notes the value of a file, to be saved; `get` goes on to give the one before. */
  set(file: string, value: Value): void {
    const part = partOf(file);
    const noted = this.#noted.get(part) ?? new Map<string, Value>();
    this.#noted.set(part, noted.set(file, value));
  }

  /**
   * Saves what was noted since the last time, and nothing else.
   * @returns whether the disk has it new
   */
  save(): boolean {
    const noted = this.#noted;
    const known = this.#known;
    this.#noted = new Map();
    this.#known = noted;
    const count = [...noted.values()].reduce((sum, { size }) => sum + size, 0);
    if (this.#home === undefined || count < WORTH_KEEPING) return false;
    const changed = [...noted].filter(([part, values]) => !isSame(values, known.get(part)));
    for (const [part, values] of changed)
      this.#home.cache.set(this.#key(part, this.#home), serialize(values));
    return changed.length > 0;
  }

  /** Makes room in memory: what is on the disk is read from there again. */
  forget(): void {
    this.#known = new Map();
    this.#noted = new Map();
  }

  #read(part: number): Part<Value> {
    const bytes = this.#home?.cache.get(this.#key(part, this.#home));
    const value: unknown = bytes && deserialize(bytes);
    return isPart<Value>(value) ? value : new Map();
  }

  #key(part: number, { site, version }: Home): string {
    const told = [this.#name, version, part, process.cwd(), resolve(site)];
    return createHash('sha256').update(JSON.stringify(told)).digest('hex');
  }
}

/** The cache tells damaged entries, and the version of the program is part of the key. */
function isPart<Value>(value: unknown): value is Part<Value> {
  return value instanceof Map;
}

function isSame<Value>(one: Part<Value>, other: Part<Value> | undefined): boolean {
  return (
    other !== undefined &&
    one.size === other.size &&
    [...one].every(([file, value]) => other.get(file) === value)
  );
}

/** Even enough: the names of posts differ in all of their letters. */
function partOf(file: string): number {
  let sum = 0;
  for (let at = 0; at < file.length; at++) sum = (sum * 31 + file.charCodeAt(at)) | 0;
  return (sum >>> 0) % PARTS;
}
