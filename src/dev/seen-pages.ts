/** What browsers were shown last, for the next start of a preview that takes long to build. */
import { join, resolve } from 'node:path';
import { Cache, keyOf } from '../lib/cache.ts';
import type { Answer } from './answer.ts';

/** Bytes of all answers; more are not remembered. */
const MOST = 8 * 1024 * 1024;
/** Milliseconds after the last answer of a page, when it is saved. */
const PAUSE = 2000;

export class SeenPages {
  readonly #cache: Cache<ReadonlyMap<string, Answer>>;
  readonly #key: string;
  /** By path, the latest last. */
  readonly #answers: Map<string, Answer>;
  #size: number;
  #timer: NodeJS.Timeout | undefined;

  /**
   * @param cacheDir folder of all caches
   * @param contentDir tells apart the sites that share a cache
   */
  constructor(cacheDir: string, contentDir: string) {
    this.#cache = new Cache(join(cacheDir, 'preview'));
    // Raise the number when answers get another shape.
    this.#key = keyOf('seen pages 1', resolve(contentDir));
    this.#answers = new Map(this.#cache.get(this.#key));
    this.#size = [...this.#answers.values()].reduce((sum, answer) => sum + sizeOf(answer), 0);
  }

  /** @param path as in a request */
  at(path: string): Answer | undefined {
    return this.#answers.get(path);
  }

  /** Remembers an answer, and forgets the oldest ones if there are too many. */
  add(path: string, answer: Answer): void {
    this.#remove(path);
    if (sizeOf(answer) > MOST / 4) return;
    this.#answers.set(path, answer);
    this.#size += sizeOf(answer);
    for (const oldest of this.#answers.keys()) {
      if (this.#size <= MOST) break;
      this.#remove(oldest);
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), PAUSE);
  }

  /** Saves what was added since the last time. */
  save(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#cache.set(this.#key, this.#answers);
    this.#cache.sweep();
  }

  #remove(path: string): void {
    const answer = this.#answers.get(path);
    if (answer === undefined) return;
    this.#answers.delete(path);
    this.#size -= sizeOf(answer);
  }
}

/** Bytes, about. */
function sizeOf({ content }: Answer): number {
  return content.length;
}
