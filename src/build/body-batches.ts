/**
 * Renders bodies in batches, on both threads. The second one parses Markdown while this one still reads front matter;
 * once all URLs are known, both finish bodies.
 */
import { setImmediate } from 'node:timers/promises';
import type { LinkResolver } from '../addresses/resolver.ts';
import { MANY_POSTS } from '../lib/heap-growth.ts';
import type { BodySource } from '../markdown/body.ts';
import { renderBatch, type FinishedBody, type RenderContext } from './render-bodies.ts';
import { WorkerThread } from './worker-thread.ts';

/** Bodies per message to the second thread. */
const BATCH_SIZE = 16;
/** Batches that the second thread has at a time while entries are read. */
const MOST_UNPARSED = 64;
/** Every third batch is rendered on this thread, which reads front matter while the other parses. */
const SHARE = 3;

type OnPart = (bodies: readonly FinishedBody[]) => void;

/** `add` every body, then `render`. */
export class BodyBatches {
  readonly #thread: WorkerThread;
  /** Batches for this thread. */
  readonly #batches: BodySource[][] = [];
  /** Batches for the second thread that wait here, because messages take more memory. */
  readonly #waiting: BodySource[][] = [];
  /** Batches sent to the second thread. */
  readonly #sent: Promise<void>[] = [];
  /** Those of them that it has not parsed. */
  #unparsed = 0;
  #batch: BodySource[] = [];

  constructor(thread: WorkerThread) {
    this.#thread = thread;
  }

  add(source: BodySource): void {
    this.#batch.push(source);
    if (this.#batch.length === BATCH_SIZE) this.#endBatch();
  }

  #endBatch(): void {
    const sources = this.#batch;
    this.#batch = [];
    const count = this.#batches.length + this.#sent.length + this.#waiting.length + 1;
    if (!this.#thread.isParallel || count % SHARE === 0) this.#batches.push(sources);
    else {
      this.#waiting.push(sources);
      this.#send(MOST_UNPARSED);
    }
  }

  /** @param most batches that the second thread may have */
  #send(most: number): void {
    while (this.#unparsed < most) {
      const sources = this.#waiting.shift();
      if (sources === undefined) return;
      this.#unparsed++;
      const parsed = this.#parse(sources);
      // It is awaited in the end.
      parsed.catch(() => undefined);
      this.#sent.push(parsed);
    }
  }

  async #parse(sources: readonly BodySource[]): Promise<void> {
    await this.#thread.call('parseBodies', sources);
    this.#unparsed--;
    this.#send(MOST_UNPARSED);
  }

  /** @param resolver of the links in `context`, which is slow to create */
  async render(context: RenderContext, resolver: LinkResolver, onPart: OnPart): Promise<void> {
    if (this.#batch.length > 0) this.#endBatch();
    this.#send(Infinity);
    // Before its first collection, V8 lets the heap of a thread grow to 256 MB.
    if (this.#sent.length * BATCH_SIZE > MANY_POSTS / 2)
      void this.#thread.call('collectGarbage', undefined);
    const there = this.#sent.length > 0 && this.#thread.call('finishBodies', context, onPart);
    const slow: BodySource[] = [];
    // Each batch is removed to free its memory.
    for (let sources = this.#batches.shift(); sources; sources = this.#batches.shift()) {
      const finished = await renderBatch(sources, context, resolver);
      if (finished === undefined) slow.push(...sources);
      else onPart(finished);
      // Lets this thread receive messages.
      await setImmediate();
    }
    await Promise.all([...this.#sent, there]);
    if (slow.length > 0) await this.#renderThere(slow, context, onPart);
  }

  /** Renders on a second thread in any case, since this one must answer signals. */
  async #renderThere(
    sources: readonly BodySource[],
    context: RenderContext,
    onPart: OnPart,
  ): Promise<void> {
    const thread = this.#thread.isParallel ? this.#thread : WorkerThread.start();
    try {
      const parsed = sources.map((source) => thread.call('parseBodies', [source]));
      await Promise.all([...parsed, thread.call('finishBodies', context, onPart)]);
    } finally {
      if (thread !== this.#thread) await thread.stop();
    }
  }
}
