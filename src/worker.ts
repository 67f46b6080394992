/** What the second thread does: it renders bodies and writes files. */
import { parentPort } from 'node:worker_threads';
import { writeBatch, type Batch } from './output/writer.ts';
import { followOrder, type Order } from './site/crew.ts';

parentPort?.on('message', async (message: Order | Batch) => {
  if ('files' in message) answer(writeBatch(message));
  else await followOrder(message, answer);
});

function answer(value: unknown): void {
  parentPort?.postMessage(value);
}
