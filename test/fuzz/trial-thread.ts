/** Runs cases on a worker that can be stopped. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FuzzInput } from './input.ts';
import { SLOWEST, nameOf, spent, TOO_LONG, type Outcome } from './outcome.ts';

/** Milliseconds; a case that waits for what never comes does not compute. */
const LONGEST_WAIT = 60_000;
const LOOK_EVERY = 250;

const TRIALS = new URL('start-worker.mjs', import.meta.url);

class TakesTooLong extends Error {}

/** One thread at a time; when a case takes too long or breaks the thread, the next one gets another. */
export class TrialThread {
  readonly #script: URL;
  readonly #slowest: number;
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'perennial-fuzz-'));
  #worker: Worker | undefined;
  #watch: NodeJS.Timeout | undefined;

  /** @param slowest milliseconds of computing that a case may take */
  constructor(script = TRIALS, slowest = SLOWEST) {
    this.#script = script;
    this.#slowest = slowest;
  }

  /** What comes of the case; that it breaks the thread is a fault of it. */
  async outcome(input: FuzzInput): Promise<Outcome> {
    const worker = (this.#worker ??= new Worker(this.#script, { workerData: this.#folder }));
    const start = process.cpuUsage();
    const begun = performance.now();
    this.#watch = setInterval(() => {
      if (spent(start) <= this.#slowest && performance.now() - begun <= LONGEST_WAIT) return;
      clearInterval(this.#watch);
      worker.emit('error', new TakesTooLong());
    }, LOOK_EVERY);
    try {
      worker.postMessage(input);
      const [outcome]: Outcome[] = await once(worker, 'message');
      if (outcome === undefined) throw new TypeError('The thread answered nothing.');
      return outcome;
    } catch (error) {
      this.#worker = undefined;
      await worker.terminate();
      const fault =
        error instanceof TakesTooLong ? TOO_LONG : `it ends the thread with ${nameOf(error)}`;
      return { faults: [fault], milliseconds: spent(start) };
    } finally {
      clearInterval(this.#watch);
    }
  }

  /** Gives up the case that it is at, if any. */
  async end(): Promise<void> {
    clearInterval(this.#watch);
    await this.#worker?.terminate();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
