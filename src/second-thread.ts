/** One more thread for a build, which is started when there is enough to do. */
import { Worker } from 'node:worker_threads';

/** Compiles `worker.ts`, as it does the command line, and runs it. */
const START = new URL('start.mjs', import.meta.url);

export class SecondThread {
  #worker: Worker | undefined;

  /** The thread when it runs. */
  get worker(): Worker | undefined {
    return this.#worker;
  }

  start(): void {
    this.#worker ??= new Worker(START);
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }
}
