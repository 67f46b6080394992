/**
 * Renders bodies on two threads. The other thread parses Markdown while this
 * one still reads front matter; links are resolved when every address is known.
 */
import { setImmediate } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { linkResolver, type LinkTable } from '../addresses/resolver.ts';
import type { SecondThread } from '../second-thread.ts';
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

/** What both threads need to know when all addresses are given. */
interface Places {
  readonly links: LinkTable;
  /** Address of the page that shows a body, by the body's file; without one it is not shown. */
  readonly urls: ReadonlyMap<string, string>;
}

/** What the other thread is told: whose blocks they are, then blocks, then, once, the places. */
export type Order =
  | { readonly claims: SharedArrayBuffer }
  | { readonly block: number; readonly sources: readonly BodySource[] }
  | { readonly places: Places };

/** Rendered bodies by file. */
type Finished = readonly (readonly [file: string, body: RenderedBody])[];

/** What the other thread answers to the places: half of what it parsed, then the other half finished. */
type Answer = { readonly parsed: readonly ParsedBody[] } | { readonly finished: Finished };

/** One build's bodies, from `add` to `finish`. */
export class Crew {
  readonly #thread: Worker | undefined;
  readonly #claims: Claims;
  readonly #blocks: BodySource[][] = [];
  #next: BodySource[] = [];

  /** @param expected the most bodies that there can be */
  constructor(second: SecondThread, expected: number) {
    const claims = new SharedArrayBuffer(4 * (Math.ceil(expected / BLOCK) + 1));
    this.#claims = new Claims(claims);
    if (expected >= WORTH_A_THREAD) second.start();
    this.#thread = second.worker;
    const order: Order = { claims };
    this.#thread?.postMessage(order);
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
    const shares = await Promise.all([this.#finishHere(places), there]);
    return new Map(shares.flat());
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
}

/** Who parses which block: each is taken once, by the thread that comes first. */
class Claims {
  readonly #taken: Int32Array;

  constructor(shared: SharedArrayBuffer) {
    this.#taken = new Int32Array(shared);
  }

  take(block: number): boolean {
    return Atomics.exchange(this.#taken, block, 1) === 0;
  }
}

/** The bodies that have a place, by file. */
async function finishAll(
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
    const receive = (answer: Answer): void => {
      if ('parsed' in answer) {
        here = finishAll(answer.parsed, places);
        here.catch(reject);
        return;
      }
      thread.off('error', reject).off('message', receive);
      here.then((finished) => resolve([...finished, ...answer.finished]), reject);
    };
    thread.on('error', reject).on('message', receive);
    const order: Order = { places };
    thread.postMessage(order);
  });
}

/** How many bodies of plain Markdown are finished in the time of one that has to be sanitised. */
const RAW_WEIGHT = 4;

/** Two shares of the same work; raw HTML is all in the first, so that one thread warms up for it. */
function halves(bodies: readonly ParsedBody[]): [ParsedBody[], ParsedBody[]] {
  const first = bodies.filter(({ isRaw }) => isRaw);
  const plain = bodies.filter(({ isRaw }) => !isRaw);
  const more = Math.round((plain.length - RAW_WEIGHT * first.length) / 2);
  return [[...first, ...plain.splice(0, Math.max(0, more))], plain];
}

/** What the other thread has taken and parsed. */
let claims = new Claims(new SharedArrayBuffer(0));
let parsed: ParsedBody[] = [];

/** The part of the other thread. */
export async function followOrder(order: Order, answer: (value: Answer) => void): Promise<void> {
  if ('claims' in order) {
    claims = new Claims(order.claims);
  } else if ('block' in order) {
    if (claims.take(order.block)) parsed.push(...order.sources.map(parseBody));
  } else {
    const [mine, yours] = halves(parsed);
    parsed = [];
    answer({ parsed: yours });
    answer({ finished: await finishAll(mine, order.places) });
  }
}
