/** On-disk build cache: one file per value, named by a hash of the inputs and signed by the program. */
import { hash } from 'node:crypto';
import { lstatSync, readdirSync, rmSync, statSync, utimesSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { readSigned, writeSigned } from './signed-file.mjs';

/** Default folder of all caches. */
export const CACHE_DIR = '.cache';

const DAY = 24 * 60 * 60 * 1000;
/** Milliseconds after which an unused entry is removed. */
const MAX_AGE = 60 * DAY;

/** Key for a value made from these inputs, which contain no NUL: 64 hexadecimal digits. */
export function keyOf(...inputs: readonly string[]): string {
  return hash('sha256', inputs.join('\0'), 'hex');
}

/**
 * A folder that several builds may share. An entry that is damaged, truncated,
 * unreadable, of another key, or that somebody else has written counts as
 * missing. If the folder cannot be written, values last as long as this object.
 *
 * `Value` is plain data, including typed arrays. The key must change with its
 * shape: entries are not validated beyond the signature.
 */
export class Cache<Value> {
  readonly #folder: string;
  readonly #unwritten = new Map<string, Value>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The value; its typed arrays are views of the one buffer that was read. */
  get(key: string): Value | undefined {
    return this.#unwritten.get(key) ?? this.#read(this.#file(key));
  }

  set(key: string, value: Value): void {
    try {
      if (this.#isLink()) throw new Error(`${this.#folder} leads elsewhere.`);
      writeSigned(this.#file(key), serialize(value));
    } catch {
      this.#unwritten.set(key, value);
    }
  }

  /** Removes entries that were not used lately, and the temporary files of killed builds. */
  sweep(): void {
    if (this.#isLink()) return;
    const now = Date.now();
    for (const folder of entriesIn(this.#folder).filter((entry) => entry.isDirectory())) {
      for (const entry of entriesIn(join(this.#folder, folder.name))) {
        if (!entry.isFile()) continue;
        const file = join(this.#folder, folder.name, entry.name);
        const age = now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now);
        if (age > (entry.name.includes('.') ? DAY : MAX_AGE)) tryToRemove(file);
      }
    }
  }

  /** Whoever wrote a shared cache may have planted links to other folders. */
  #isLink(): boolean {
    try {
      return lstatSync(this.#folder).isSymbolicLink();
    } catch {
      // It does not exist yet, or a file is in its place, and then nothing can be written either.
      return false;
    }
  }

  #file(key: string): string {
    return join(this.#folder, key.slice(0, 2), key);
  }

  #read(file: string): Value | undefined {
    try {
      const content = readSigned(file);
      if (content === undefined) return undefined;
      const value: Value = deserialize(content);
      markAsUsed(file);
      return value;
    } catch {
      return undefined;
    }
  }
}

/** Updates the time of the file at most once a day. */
function markAsUsed(file: string): void {
  const now = new Date();
  if (now.getTime() - statSync(file).mtimeMs > DAY) utimesSync(file, now, now);
}

function tryToRemove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // A leftover file only takes up space.
  }
}

function entriesIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
