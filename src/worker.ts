/** What the second thread does: it renders bodies, compares posts, makes and writes files. */
import { parentPort } from 'node:worker_threads';
import { writeCards, type CardsOrder } from './cards/publish.ts';
import { writeFiles, type FilesOrder } from './eleventy/files.ts';
import { writeImages, type ImagesOrder } from './images/publish.ts';
import { writeBatch, writeOne, type Batch } from './output/writer.ts';
import type { Order } from './site/crew.ts';
import { Mate } from './site/mate.ts';
import { relate, type RelatedOrder } from './site/related.ts';

const mate = new Mate();

parentPort?.on(
  'message',
  async (message: Order | RelatedOrder | FilesOrder | ImagesOrder | CardsOrder | Batch) => {
    if ('files' in message) answer(writeBatch(message));
    else if ('site' in message) answer(await writeFiles(message));
    else if ('images' in message) answer(await writeImages(message));
    else if ('cards' in message) answer(await writeCards(message, writeOne));
    else if ('comparables' in message) answer(relate(message));
    else await mate.follow(message, answer);
  },
);

function answer(value: object | undefined): void {
  if (value !== undefined) parentPort?.postMessage(value);
}
