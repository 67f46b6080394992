/** Tasks that are ended. */
import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { runSteps, within, type Steps } from '../../src/lib/time-limit.ts';

function endless(): boolean {
  return /^(?:a+)+$/.test(`${'a'.repeat(60)}b`);
}

function fail(): never {
  throw new TypeError('broken');
}

/** Waits, and goes on with a task. */
function* waitAndRun<Result>(promise: Promise<unknown>, task: () => Result): Steps<Result> {
  yield promise;
  return task();
}

function* waitInVain(promise: Promise<unknown>): Steps<string> {
  try {
    yield promise;
    return '';
  } catch (error) {
    return String(error);
  }
}

it('a pattern that never ends is ended, and the next task runs', () => {
  expect(within(50, endless)).toBeUndefined();
  expect(within(50, () => 'done')).toBe('done');
});

it('an error of a task is thrown', () => {
  expect(() => within(1000, fail)).toThrow(new TypeError('broken'));
});

it('a task in steps has its time for each, and waiting does not count', async () => {
  expect(await runSteps(waitAndRun(setTimeout(100), () => 'done'))).toBe('done');
  expect(
    await runSteps(
      waitAndRun(setTimeout(100), () => 'done'),
      50,
    ),
  ).toBe('done');
  expect(await runSteps(waitAndRun(setTimeout(0), endless), 50)).toBeUndefined();
});

it('a task in steps can handle what it waited for in vain', async () => {
  const missing = Promise.reject(new Error('no such grammar'));
  expect(await runSteps(waitInVain(missing), 50)).toBe('Error: no such grammar');
  await expect(runSteps(waitAndRun(setTimeout(0), fail), 50)).rejects.toThrow('broken');
});
