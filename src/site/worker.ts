/** The other thread of a build: does what `crew.ts` orders. */
import { parentPort, workerData } from 'node:worker_threads';
import { parseBody, type ParsedBody } from '../markdown/render-body.ts';
import { Claims, finishAll, type Answer, type Order, type Places } from './crew.ts';

const claims = new Claims(workerData);
const parsed: ParsedBody[] = [];

parentPort?.on('message', async (order: Order) => {
  if ('places' in order) await finish(order.places);
  else if (claims.take(order.block)) parsed.push(...order.sources.map(parseBody));
});

async function finish(places: Places): Promise<void> {
  const half = parsed.splice(0, Math.ceil(parsed.length / 2));
  answer({ parsed });
  answer({ finished: await finishAll(half, places) });
}

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}
