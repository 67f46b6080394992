/** Runs tasks on a second thread, or on this one if the site is too small for two. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { resetInterruptBudget } from '../lib/node20.mjs';
import type { TaskData, TaskName, TaskPart, TaskResult } from './tasks.ts';

/** Runs `worker.ts` from the same bundle as the command line. */
const START = new URL('../start.mjs', import.meta.url);

/** Below this many posts, a thread takes longer to start than it saves. */
const MIN_POSTS = 100;

/** A message to the worker. */
export interface Call<Name extends TaskName> {
  readonly id: number;
  readonly name: Name;
  readonly data: TaskData[Name];
}

/** A message from the worker. */
export type Answer =
  | { readonly id: number; readonly type: 'part'; readonly value: unknown }
  | { readonly id: number; readonly type: 'result'; readonly value: unknown }
  | {
      readonly id: number;
      readonly type: 'error';
      readonly value: Error;
      readonly properties: object;
    };

interface PendingCall {
  onPart(part: unknown): void;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

export class WorkerThread {
  readonly #worker: Worker | undefined;
  readonly #pending = new Map<number, PendingCall>();
  #lastId = 0;
  /** Why the worker takes no more calls. */
  #failure: unknown;

  /** @param script of the worker; without it, tasks run on this thread */
  constructor(script?: URL) {
    if (script === undefined) return;
    resetInterruptBudget();
    this.#worker = new Worker(script)
      .on('message', (answer: Answer) => this.#receive(answer))
      .on('error', (error) => this.#fail(error))
      .on('exit', (code) => this.#fail(new Error(`The second thread ended (${code}).`)));
  }

  /** Starts a worker if the content has enough posts. The earlier it starts, the more it helps. */
  static startFor(contentDir: string): WorkerThread {
    const isLarge = countEntries(join(contentDir, 'posts')) >= MIN_POSTS;
    return new WorkerThread(isLarge ? START : undefined);
  }

  /** Whether tasks run beside this thread. */
  get isParallel(): boolean {
    return this.#worker !== undefined;
  }

  /**
   * Runs a task. The caller may await the result late or never: a rejection
   * does not count as unhandled.
   * @param onPart receives what the task reports before it is done
   * @throws what the task threw, or why the worker ended
   */
  call<Name extends TaskName>(
    name: Name,
    data: TaskData[Name],
    onPart: (part: TaskPart[Name]) => void = ignore,
  ): Promise<TaskResult[Name]> {
    const result = this.#worker
      ? this.#send(this.#worker, name, data, onPart)
      : import('./tasks.ts').then(({ runTask }) => runTask(name, data, onPart));
    result.catch(ignore);
    return result;
  }

  async stop(): Promise<void> {
    await this.#worker?.terminate();
  }

  #send<Name extends TaskName>(
    worker: Worker,
    name: Name,
    data: TaskData[Name],
    onPart: (part: TaskPart[Name]) => void,
  ): Promise<TaskResult[Name]> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) throw this.#failure;
      const call: Call<Name> = { id: ++this.#lastId, name, data };
      worker.postMessage(call);
      this.#pending.set(call.id, { onPart, resolve, reject });
    });
  }

  #receive(answer: Answer): void {
    const call = this.#pending.get(answer.id);
    if (answer.type === 'part') {
      call?.onPart(answer.value);
      return;
    }
    this.#pending.delete(answer.id);
    if (answer.type === 'result') call?.resolve(answer.value);
    else call?.reject(Object.assign(answer.value, answer.properties));
  }

  #fail(error: unknown): void {
    this.#failure ??= error;
    for (const { reject } of this.#pending.values()) reject(this.#failure);
    this.#pending.clear();
  }
}

/** Not a closure of `call`, which would hold on to the data until the answer arrives. */
function ignore(): void {}

function countEntries(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    // Reading the posts reports what is wrong with the folder.
    return 0;
  }
}
