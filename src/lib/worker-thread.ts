/** One more thread for a blog of many posts. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';

/** Runs `worker.ts`, out of the same bundle as the command line. */
const START = new URL('../start.mjs', import.meta.url);

/** Below this many posts a second thread costs more than it brings. */
const WORTH_A_THREAD = 100;

/** The budget of V8 11.3 for the code that a function runs before it is optimised, in bytes. */
const OWN_BUDGET = 66 * 1024;

export class SecondThread {
  #worker: Worker | undefined;
  #stopped: Promise<unknown> | undefined;

  /** Starts when the content has posts enough: the sooner, the earlier it can help. */
  constructor(contentDir: string) {
    if (entriesIn(join(contentDir, 'posts')) >= WORTH_A_THREAD) this.#start();
  }

  /** The thread when it runs. */
  get worker(): Worker | undefined {
    return this.#worker;
  }

  #start(): void {
    // Under other flags than it was compiled under, Node's own code is compiled anew; `START` sets them again.
    if (process.versions.v8.startsWith('11.3'))
      setFlagsFromString(`--interrupt-budget=${OWN_BUDGET}`);
    const worker = new Worker(START);
    // Whoever waits for an answer must hear that none will come.
    worker.on('exit', (code) => {
      if (this.#worker === worker)
        worker.emit('error', new Error(`The second thread ended (${code}).`));
    });
    this.#worker = worker;
  }

  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#stopped ??= worker?.terminate();
    await this.#stopped;
  }
}

function entriesIn(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    // Whoever reads the posts says what is wrong with the folder.
    return 0;
  }
}

/**
 * Sends an order and waits for what answers it.
 * @param order plain data
 * @param onPart called with what comes before the answer
 * @throws what the thread threw
 */
export function ask<Answer extends object>(
  worker: Worker,
  order: object,
  isAnswer: (message: object) => message is Answer,
  onPart?: (message: object) => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const receive = (message: object): void => {
      if (!isAnswer(message)) {
        onPart?.(message);
        return;
      }
      worker.off('error', reject).off('message', receive);
      resolve(message);
    };
    worker.on('error', reject).on('message', receive);
    worker.postMessage(order);
  });
}
