/** The other thread of a build: does the blocks that `crew.ts` sends. */
import { parentPort } from 'node:worker_threads';
import type { Block, Start } from './crew.ts';
import { prepare, type Perform, type TaskKind, type Tasks } from './tasks.ts';

type Message<Kind extends TaskKind> = Start<Kind> | Block<Tasks[Kind]['item']>;

function listen<Kind extends TaskKind>(): void {
  let perform: Perform<Kind> | undefined;
  parentPort?.on('message', async (message: Message<Kind>) => {
    if ('kind' in message) {
      perform = prepare[message.kind](message.context);
      return;
    }
    const items: Tasks[Kind]['result'][] = [];
    for (const item of message.items) if (perform !== undefined) items.push(await perform(item));
    parentPort?.postMessage({ index: message.index, items });
  });
}

listen();
