/** Lists that are on disk as soon as they are long, because a large blog has more to tell than fits into memory. */
import { appendFileSync, closeSync, openSync, readSync } from 'node:fs';
import { TempFolder } from './temp-folder.ts';

/** What arrays are, too. */
export interface Listed<Item> extends Iterable<Item> {
  readonly length: number;
}

/** Characters of JSON that wait in memory. */
const PENDING = 64 * 1024;

/**
 * Keeps JSON of what it is given, so it may hold nothing but plain data. Its file is removed when the process ends,
 * if not before.
 */
export class DiskList<Item extends object> implements Listed<Item> {
  readonly #folder = new TempFolder();
  #file = '';
  /** Where each item on disk ends, in bytes. */
  readonly #ends: number[] = [];
  /** JSON of the items after those. */
  #pending: string[] = [];
  #pendingSize = 0;

  get length(): number {
    return this.#ends.length + this.#pending.length;
  }

  /** @returns its index */
  add(item: Item): number {
    const json = JSON.stringify(item);
    const index = this.length;
    this.#pending.push(json);
    this.#pendingSize += json.length;
    if (this.#pendingSize > PENDING) this.#store();
    return index;
  }

  addAll(items: Iterable<Item>): void {
    for (const item of items) this.add(item);
  }

  /** A copy of an item. The index must be valid. */
  at(index: number): Item {
    const item: Item = JSON.parse(
      this.#pending[index - this.#ends.length] ?? this.#readStored(index),
    );
    return item;
  }

  *[Symbol.iterator](): Generator<Item> {
    for (let index = 0; index < this.length; index++) yield this.at(index);
  }

  #store(): void {
    if (this.#file === '') this.#file = this.#folder.newFile();
    appendFileSync(this.#file, this.#pending.join(''), { mode: 0o600 });
    let end = this.#ends.at(-1) ?? 0;
    for (const json of this.#pending) {
      end += Buffer.byteLength(json);
      this.#ends.push(end);
    }
    this.#pending = [];
    this.#pendingSize = 0;
  }

  #readStored(index: number): string {
    const start = this.#ends[index - 1] ?? 0;
    const bytes = Buffer.alloc((this.#ends[index] ?? start) - start);
    const file = openSync(this.#file, 'r');
    try {
      readSync(file, bytes, 0, bytes.length, start);
    } finally {
      closeSync(file);
    }
    return bytes.toString();
  }

  /** It has no items on disk any more. */
  close(): void {
    this.#folder.close();
  }
}

/** Several lists as one. */
export function joined<Item>(...lists: readonly Listed<Item>[]): Listed<Item> {
  return {
    length: lists.reduce((sum, { length }) => sum + length, 0),
    *[Symbol.iterator]() {
      for (const list of lists) yield* list;
    },
  };
}

export function firstOf<Item>(items: Iterable<Item>, limit: number): Item[] {
  const first: Item[] = [];
  for (const item of items) {
    if (first.length === limit) break;
    first.push(item);
  }
  return first;
}
