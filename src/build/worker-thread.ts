/** Runs tasks on a second thread, or on this one for a small site. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { resetInterruptBudget } from '../lib/node20.mjs';
import type { TaskData, TaskName, TaskPart, TaskResult } from './tasks.ts';

/** Runs `worker.ts` from the same bundle as the command line. */
const START = new URL('../start.mjs', import.meta.url);

/** Below this, starting a thread takes longer than it saves. */
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
  /** Why the worker has ended. */
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

  /** Starts a worker if there are enough posts. Call it early. */
  static startFor(contentDir: string): WorkerThread {
    const isLarge = countEntries(join(contentDir, 'posts')) >= MIN_POSTS;
    return isLarge ? WorkerThread.start() : new WorkerThread();
  }

  static start(): WorkerThread {
    return new WorkerThread(START);
  }

  /** Whether tasks run beside this thread. */
  get isParallel(): boolean {
    return this.#worker !== undefined;
  }

  /**
   * Runs a task. A rejection never counts as unhandled, so the result may be
   * awaited late or not at all.
   * @param onPart receives intermediate results
   * @param moved parts of the data that this thread no longer needs, and that are not copied
   * @throws the error of the task, or why the worker ended
   */
  call<Name extends TaskName>(
    name: Name,
    data: TaskData[Name],
    onPart: (part: TaskPart[Name]) => void = ignore,
    moved: readonly ArrayBuffer[] = [],
  ): Promise<TaskResult[Name]> {
    const result = this.#worker
      ? this.#send(this.#worker, name, data, onPart, moved)
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
    moved: readonly ArrayBuffer[],
  ): Promise<TaskResult[Name]> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== undefined) throw this.#failure;
      const call: Call<Name> = { id: ++this.#lastId, name, data };
      worker.postMessage(call, moved);
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

/** Not a closure, which would keep the call's data in memory until the answer. */
function ignore(): void {}

function countEntries(folder: string): number {
  try {
    return readdirSync(folder).length;
  } catch {
    // Reading the posts reports the error.
    return 0;
  }
}
