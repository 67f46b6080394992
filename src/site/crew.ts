/** Renders bodies on this thread and one more; each takes the next block when it is free. */
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { LinkTable } from '../addresses/resolver.ts';
import type { BodySource } from '../markdown/body.ts';
import type { RenderedBody } from '../markdown/render-body.ts';

/** Bodies handed over at once: enough to be worth a message, few enough to end together. */
const BLOCK = 16;
/** Below this many bodies a second thread costs more than it brings. */
const WORTH_A_THREAD = 100;

/** Some of the items, by their place in the whole. */
export interface Block<Item> {
  readonly index: number;
  readonly items: readonly Item[];
}

/** Renders one body on this thread. */
export type Render = (source: BodySource) => Promise<RenderedBody>;

/** A second thread for as long as it is open. */
export class Crew {
  readonly #thread: Worker | undefined;

  /**
   * Starts the thread, which has its modules loaded by the time it is needed.
   * @param workerUrl the compiled `worker.ts`; without it everything is done on this thread
   * @param expected about how many bodies there will be
   */
  constructor(workerUrl: URL | undefined, expected: number) {
    const worth = workerUrl !== undefined && expected >= WORTH_A_THREAD;
    this.#thread = worth ? new Worker(workerUrl) : undefined;
  }

  /**
   * The rendered bodies in the order of their sources, whichever thread made them.
   * @param links what the other thread resolves links with
   */
  async run(
    sources: readonly BodySource[],
    render: Render,
    links: LinkTable,
  ): Promise<RenderedBody[]> {
    const results: RenderedBody[][] = [];
    const queue = blocksOf(sources);
    const hands = [workHere(queue, render, results)];
    if (this.#thread !== undefined) hands.push(workThere(queue, this.#thread, links, results));
    await Promise.all(hands);
    return results.flat();
  }

  /** Ends the other thread. */
  async close(): Promise<void> {
    await this.#thread?.terminate();
  }
}

/** One iterator for all who take from it. */
function* blocksOf<Item>(items: readonly Item[]): Generator<Block<Item>> {
  for (let index = 0; index * BLOCK < items.length; index++) {
    yield { index, items: items.slice(index * BLOCK, (index + 1) * BLOCK) };
  }
}

async function workHere(
  queue: Iterable<Block<BodySource>>,
  render: Render,
  results: RenderedBody[][],
): Promise<void> {
  // Lets other work of this thread go first, and the other thread's answers in.
  await setImmediate();
  for (const { index, items } of queue) {
    const bodies: RenderedBody[] = [];
    for (const source of items) bodies.push(await render(source));
    results[index] = bodies;
    await setImmediate();
  }
}

/** Keeps two blocks with the other thread, so that it never waits for the next. */
async function workThere(
  queue: Iterable<Block<BodySource>>,
  thread: Worker,
  links: LinkTable,
  results: RenderedBody[][],
): Promise<void> {
  const iterator = queue[Symbol.iterator]();
  await new Promise<void>((resolve, reject) => {
    let open = 0;
    const send = (): void => {
      const next = iterator.next();
      if (next.done === true) return;
      open++;
      thread.postMessage(next.value);
    };
    const receive = ({ index, items }: Block<RenderedBody>): void => {
      results[index] = [...items];
      open--;
      send();
      if (open === 0) finish();
    };
    const finish = (): void => {
      thread.off('message', receive).off('error', reject);
      resolve();
    };
    thread.on('message', receive).on('error', reject);
    thread.postMessage({ links });
    send();
    send();
    if (open === 0) finish();
  });
}
