/** What took long to make, kept from build to build under a key that tells what it was made from. */
import { createHash, randomUUID } from 'node:crypto';
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

/** Folder for what took long to make, where none is named. */
export const CACHE_DIR = '.cache';

const DAY = 24 * 60 * 60 * 1000;
/** What no build has asked for in this time goes. */
const KEPT = 60 * DAY;
/** Bytes of the checksum that every file begins with. */
const CHECKSUM = 32;

/**
 * A folder of entries that several builds may share. What is damaged, was cut
 * short or cannot be read is as good as not there; what cannot be written is
 * made again the next time.
 */
export class Cache {
  readonly #folder: string;
  /** Entries of this build that the folder did not take. */
  readonly #unwritten = new Map<string, Buffer>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** @param key letters and digits, two at least */
  get(key: string): Buffer | undefined {
    return this.#unwritten.get(key) ?? readChecked(this.#file(key));
  }

  /** Another build that reads at the same time sees the entry whole or not at all. */
  set(key: string, content: Buffer): void {
    const file = this.#file(key);
    const aside = `${file}.${randomUUID()}`;
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(aside, checksum(content));
      appendFileSync(aside, content);
      renameSync(aside, file);
    } catch {
      this.#unwritten.set(key, content);
      tryToRemove(aside);
    }
  }

  /** Removes what has not been asked for lately, and what a killed build left half-written. */
  sweep(): void {
    const now = Date.now();
    for (const name of namesIn(this.#folder)) {
      for (const entry of namesIn(join(this.#folder, name))) {
        const file = join(this.#folder, name, entry);
        const age = now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now);
        if (age > (entry.includes('.') ? DAY : KEPT)) tryToRemove(file);
      }
    }
  }

  #file(key: string): string {
    return join(this.#folder, key.slice(0, 2), key);
  }
}

function readChecked(file: string): Buffer | undefined {
  try {
    const bytes = readFileSync(file);
    const content = bytes.subarray(CHECKSUM);
    if (!checksum(content).equals(bytes.subarray(0, CHECKSUM))) return undefined;
    markAsUsed(file);
    return content;
  } catch {
    return undefined;
  }
}

function checksum(content: Buffer): Buffer {
  return createHash('sha256').update(content).digest();
}

/** Once a day is enough. */
function markAsUsed(file: string): void {
  const now = new Date();
  if (now.getTime() - statSync(file).mtimeMs > DAY) utimesSync(file, now, now);
}

function tryToRemove(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It takes some room, and does no harm.
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
