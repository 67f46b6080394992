/**
 * Renders bodies on two threads. The other thread parses Markdown while this
 * one still reads front matter; links are resolved when every address is known.
 */
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { linkResolver, type LinkTable } from '../addresses/resolver.ts';
import type { BodySource } from '../markdown/body.ts';
import {
  finishBody,
  parseBody,
  type ParsedBody,
  type RenderedBody,
} from '../markdown/render-body.ts';

/** Bodies handed over at once: enough to be worth a message, few enough to end together. */
const BLOCK = 16;
/** Below this many bodies a second thread costs more than it brings. */
const WORTH_A_THREAD = 100;

/** Compiles and starts `worker.ts` on a thread of its own. */
const START = new URL('../start.mjs', import.meta.url);

/** What both threads need to know when all addresses are given. */
export interface Places {
  readonly links: LinkTable;
  /** Address of the page that shows a body, by the body's file; without one it is not shown. */
  readonly urls: ReadonlyMap<string, string>;
}

/** What the other thread is told: first blocks, then, once, the places. */
export type Order =
  | { readonly block: number; readonly sources: readonly BodySource[] }
  | { readonly places: Places };

/** Rendered bodies by file. */
export type Finished = readonly (readonly [file: string, body: RenderedBody])[];

/** What the other thread answers to the places: half of what it parsed, then the other half finished. */
export type Answer = { readonly parsed: readonly ParsedBody[] } | { readonly finished: Finished };

/** One build's bodies, from `add` to `finish`. */
export class Crew {
  readonly #thread: Worker | undefined;
  readonly #claims: Claims;
  readonly #blocks: BodySource[][] = [];
  #next: BodySource[] = [];

  /** @param expected the most bodies that there can be */
  constructor(expected: number) {
    this.#claims = new Claims(new SharedArrayBuffer(4 * (Math.ceil(expected / BLOCK) + 1)));
    if (expected >= WORTH_A_THREAD) {
      this.#thread = new Worker(START, { workerData: this.#claims.shared });
    }
  }

  /** Hands a body over to be parsed. */
  add(source: BodySource): void {
    this.#next.push(source);
    if (this.#next.length === BLOCK) this.#hand();
  }

  #hand(): void {
    const order: Order = { block: this.#blocks.length, sources: this.#next };
    this.#thread?.postMessage(order);
    this.#blocks.push(this.#next);
    this.#next = [];
  }

  /** Every body that has a place, rendered, by its file. */
  async finish(places: Places): Promise<ReadonlyMap<string, RenderedBody>> {
    this.#hand();
    const there = this.#thread === undefined ? [] : shareWith(this.#thread, places);
    return new Map([...(await this.#finishHere(places)), ...(await there)]);
  }

  /** Takes blocks from the last towards those that the other thread is at. */
  async #finishHere(places: Places): Promise<Finished> {
    const finished: (readonly [string, RenderedBody])[] = [];
    for (const [block, sources] of [...this.#blocks.entries()].toReversed()) {
      // Lets other work of this thread go first.
      await setImmediate();
      if (this.#claims.take(block))
        finished.push(...(await finishAll(sources.map(parseBody), places)));
    }
    return finished;
  }

  /** Ends the other thread. */
  async close(): Promise<void> {
    await this.#thread?.terminate();
  }
}

/** Who parses which block: each is taken once, by the thread that comes first. */
export class Claims {
  readonly shared: SharedArrayBuffer;
  readonly #taken: Int32Array;

  constructor(shared: SharedArrayBuffer) {
    this.shared = shared;
    this.#taken = new Int32Array(shared);
  }

  take(block: number): boolean {
    return Atomics.exchange(this.#taken, block, 1) === 0;
  }
}

/** The bodies that have a place, by file. */
export async function finishAll(
  parsed: readonly ParsedBody[],
  { links, urls }: Places,
): Promise<Finished> {
  const resolver = linkResolver(links);
  const finished: (readonly [string, RenderedBody])[] = [];
  for (const body of parsed) {
    const { file } = body.source;
    const url = urls.get(file);
    if (url !== undefined) finished.push([file, await finishBody(body, url, resolver)]);
  }
  return finished;
}

/** Has the other thread finish half of what it parsed, and finishes the other half here. */
function shareWith(thread: Worker, places: Places): Promise<Finished> {
  return new Promise((resolve, reject) => {
    let here: Promise<Finished> = Promise.resolve([]);
    thread.on('error', reject);
    thread.on('message', (answer: Answer) => {
      if ('parsed' in answer) here = finishAll(answer.parsed, places);
      else here.then((finished) => resolve([...finished, ...answer.finished]), reject);
    });
    const order: Order = { places };
    thread.postMessage(order);
  });
}
