/** Runs cases one after another on its thread. */
import { parentPort, workerData } from 'node:worker_threads';
import type { FuzzInput } from './input.ts';
import { outcomeOf } from './properties.ts';

parentPort?.on('message', async (input: FuzzInput) => {
  const outcome = await outcomeOf(input, String(workerData));
  parentPort?.postMessage(outcome);
});
