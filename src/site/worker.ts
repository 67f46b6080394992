/** The other thread of a build: does what `crew.ts` orders. */
import { parentPort, workerData } from 'node:worker_threads';
import { parseBody } from '../markdown/render-body.ts';
import { Claims, finishAll, type Order } from './crew.ts';

const claims = new Claims(workerData);
const parsed: ReturnType<typeof parseBody>[] = [];

parentPort?.on('message', async (order: Order) => {
  if ('places' in order) parentPort?.postMessage(await finishAll(parsed, order.places));
  else if (claims.take(order.block)) parsed.push(...order.sources.map(parseBody));
});
