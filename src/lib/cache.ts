/** On-disk build cache: one file per value, named by a hash of the inputs and guarded by a checksum. */
import { createHash, hash, randomUUID } from 'node:crypto';
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** Default folder of all caches. */
export const CACHE_DIR = '.cache';

const DAY = 24 * 60 * 60 * 1000;
/** Milliseconds after which an unused entry is removed. */
const MAX_AGE = 60 * DAY;
/** Bytes of the SHA-256 checksum at the start of each file. */
const CHECKSUM_BYTES = 32;

/** Key for a value made from these inputs, which contain no NUL: 64 hexadecimal digits. */
export function keyOf(...inputs: readonly string[]): string {
  const digest = createHash('sha256');
  for (const [index, input] of inputs.entries()) digest.update(index === 0 ? input : `\0${input}`);
  return digest.digest('hex');
}

/**
 * A folder that several builds may share. A damaged, truncated or unreadable
 * entry counts as missing. If the folder cannot be written, values last as
 * long as this object.
 *
 * `Value` is plain data, including typed arrays. The key must change with its
 * shape: entries are not validated beyond the checksum.
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

  /** Renames a finished file into place, so that other builds never see half an entry. */
  set(key: string, value: Value): void {
    const file = this.#file(key);
    const temporary = `${file}.${randomUUID()}`;
    const content = serialize(value);
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(temporary, checksum(content));
      appendFileSync(temporary, content);
      renameSync(temporary, file);
    } catch {
      this.#unwritten.set(key, value);
      tryToRemove(temporary);
    }
  }

  /** Removes entries that were not used lately, and the temporary files of killed builds. */
  sweep(): void {
    const now = Date.now();
    for (const name of namesIn(this.#folder)) {
      for (const entry of namesIn(join(this.#folder, name))) {
        const file = join(this.#folder, name, entry);
        const age = now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now);
        if (age > (entry.includes('.') ? DAY : MAX_AGE)) tryToRemove(file);
      }
    }
  }

  #file(key: string): string {
    return join(this.#folder, key.slice(0, 2), key);
  }

  #read(file: string): Value | undefined {
    try {
      const bytes = readFileSync(file);
      const content = bytes.subarray(CHECKSUM_BYTES);
      if (!checksum(content).equals(bytes.subarray(0, CHECKSUM_BYTES))) return undefined;
      const value: Value = deserialize(content);
      markAsUsed(file);
      return value;
    } catch {
      return undefined;
    }
  }
}

function checksum(content: Buffer): Buffer {
  return hash('sha256', content, 'buffer');
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

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
