/** Ends what takes too long, even within a regular expression or WebAssembly. */
import { isNativeError } from 'node:util/types';
import { Script, createContext } from 'node:vm';

const context = createContext({ task: undefined });
const script = new Script('task()');

/**
 * Runs a task on this thread. Calls must not be nested.
 * @param limit milliseconds; starting the clock takes a tenth of one
 * @returns the result, or `undefined` if the task was ended
 */
export function within<Result>(limit: number, task: () => Result): Result | undefined {
  let result: Result | undefined;
  context['task'] = () => {
    result = task();
  };
  try {
    script.runInContext(context, { timeout: limit });
  } catch (error) {
    if (!isTimeout(error)) throw error;
  }
  return result;
}

function isTimeout(error: unknown): boolean {
  // It may be an error of the context, which is no instance of this one's `Error`.
  return isNativeError(error) && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
}

/** A task in steps: between them, it waits for what it yields. */
export type Steps<Result> = Generator<Promise<unknown>, Result, void>;

/**
 * @param limit milliseconds of each step
 * @returns the result, or `undefined` if a step was ended
 */
export async function runSteps<Result>(steps: Steps<Result>): Promise<Result>;
export async function runSteps<Result>(
  steps: Steps<Result>,
  limit: number,
): Promise<Result | undefined>;
export async function runSteps<Result>(
  steps: Steps<Result>,
  limit?: number,
): Promise<Result | undefined> {
  let task = () => steps.next();
  for (;;) {
    const step = limit === undefined ? task() : within(limit, task);
    if (step === undefined || step.done === true) return step?.value;
    task = await step.value.then(
      () => () => steps.next(),
      (error: unknown) => () => steps.throw(error),
    );
  }
}
