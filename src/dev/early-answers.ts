/** Answers before the first build has ended: what browsers were shown last, or how far the build is. */
import { setTimeout as pause } from 'node:timers/promises';
import { count } from '../lib/wording.ts';
import { messagePage, type Answer } from './answer.ts';
import type { SeenPages } from './seen-pages.ts';

/** Milliseconds of a first build from which on pages are remembered for the next start. */
const LONG_START = 2000;
/** Milliseconds before a page shows how far the build is. Most builds have ended by then. */
const PATIENCE = 1000;

/** How many texts of the site are rendered. */
export interface Progress {
  readonly done: number;
  readonly all: number;
}

export class EarlyAnswers {
  readonly #seen: SeenPages;
  readonly #progress: () => Progress;
  #build: Promise<void> = Promise.resolve();
  #isBuilding = false;
  #isLong = false;

  constructor(seen: SeenPages, progress: () => Progress) {
    this.#seen = seen;
    this.#progress = progress;
  }

  /** @param build the first one */
  until(build: Promise<void>): void {
    this.#isBuilding = true;
    this.#build = this.#await(build);
  }

  async #await(build: Promise<void>): Promise<void> {
    const started = performance.now();
    await build;
    this.#isLong = performance.now() - started >= LONG_START;
    this.#isBuilding = false;
  }

  /** @returns `undefined` if the first build has ended */
  async at(path: string): Promise<Answer | undefined> {
    if (!this.#isBuilding) return undefined;
    const seen = this.#seen.at(path);
    if (seen !== undefined) return { ...seen, isEarlier: true };
    await Promise.race([this.#build, pause(PATIENCE, undefined, { ref: false })]);
    return this.#isBuilding ? beingBuilt(this.#progress()) : undefined;
  }

  /** Remembers what a browser is shown, if the next start takes long. */
  note(path: string, answer: Answer): void {
    if (this.#isLong && answer.status === 200) this.#seen.add(path, answer);
  }

  close(): void {
    this.#seen.save();
  }
}

/** Asks for itself again. */
function beingBuilt(progress: Progress): Answer {
  return { ...messagePage(503, 'The preview is being built', stepOf(progress)), refresh: 1 };
}

function stepOf({ done, all }: Progress): string {
  if (done === 0) return `${count(all, 'text is', 'texts are')} read.`;
  if (done < all) return `${done} of ${all} texts are rendered.`;
  return 'All texts are rendered. Lists and pages follow.';
}
