/** What the second thread does: it renders bodies and writes files. */
import { parentPort } from 'node:worker_threads';
import { writeBatch, type Batch } from './output/writer.ts';
import type { Order } from './site/crew.ts';
import { Mate } from './site/mate.ts';

const mate = new Mate();

parentPort?.on('message', async (message: Order | Batch) => {
  if ('files' in message) answer(writeBatch(message));
  else await mate.follow(message, answer);
});

function answer(value: object | undefined): void {
  if (value !== undefined) parentPort?.postMessage(value);
}
