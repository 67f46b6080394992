/** Shares a long list of items between this thread and one more; each takes the next block when it is free. */
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { prepare, type Perform, type TaskKind, type Tasks } from './tasks.ts';

/** Items handed over at once: enough to be worth a message, few enough to end together. */
const BLOCK = 32;
/** Below this many items a second thread costs more than it brings. */
const WORTH_A_THREAD = 2000;

/** Tells the other thread what the blocks that follow are for. */
export interface Start<Kind extends TaskKind> {
  readonly kind: Kind;
  readonly context: Tasks[Kind]['context'];
}

/** A block of items, as it goes over and comes back. */
export interface Block<Item> {
  readonly index: number;
  readonly items: readonly Item[];
}

/** The next block, for whoever asks. */
type Queue<Kind extends TaskKind> = Iterable<Block<Tasks[Kind]['item']>>;

/** Two threads for as long as it is open. */
export class Crew {
  readonly #workerUrl: URL | undefined;
  #thread: Worker | undefined;

  /** @param workerUrl the compiled `worker.ts`; without it everything is done on this thread */
  constructor(workerUrl?: URL) {
    this.#workerUrl = workerUrl;
  }

  /** The results in the order of the items, whichever thread made them. */
  async run<Kind extends TaskKind>(
    kind: Kind,
    context: Tasks[Kind]['context'],
    items: readonly Tasks[Kind]['item'][],
  ): Promise<Tasks[Kind]['result'][]> {
    const results: Tasks[Kind]['result'][][] = [];
    const queue = blocksOf(items);
    const hands = [workHere(queue, prepare[kind](context), results)];
    if (this.#workerUrl !== undefined && items.length >= WORTH_A_THREAD) {
      this.#thread ??= new Worker(this.#workerUrl);
      hands.push(workThere(this.#thread, { kind, context }, queue, results));
    }
    await Promise.all(hands);
    return results.flat();
  }

  /** Ends the other thread. */
  async close(): Promise<void> {
    await this.#thread?.terminate();
    this.#thread = undefined;
  }
}

/** One iterator for all who take from it. */
function* blocksOf<Item>(items: readonly Item[]): Generator<Block<Item>> {
  for (let index = 0; index * BLOCK < items.length; index++) {
    yield { index, items: items.slice(index * BLOCK, (index + 1) * BLOCK) };
  }
}

async function workHere<Kind extends TaskKind>(
  queue: Queue<Kind>,
  perform: Perform<Kind>,
  results: Tasks[Kind]['result'][][],
): Promise<void> {
  for (const { index, items } of queue) {
    const done: Tasks[Kind]['result'][] = [];
    for (const item of items) done.push(await perform(item));
    results[index] = done;
    // Lets the other thread's answers in, which ask for more.
    await setImmediate();
  }
}

/** Keeps two blocks with the other thread, so that it never waits for the next. */
async function workThere<Kind extends TaskKind>(
  thread: Worker,
  start: Start<Kind>,
  queue: Queue<Kind>,
  results: Tasks[Kind]['result'][][],
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
    const receive = ({ index, items }: Block<Tasks[Kind]['result']>): void => {
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
    thread.postMessage(start);
    send();
    send();
    if (open === 0) finish();
  });
}
