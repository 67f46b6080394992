/** What the second thread does: it renders bodies, compares posts, makes and writes files. */
import { parentPort } from 'node:worker_threads';
import { writeCards, type CardsOrder } from '../outputs/social-images/publish.ts';
import { writeFiles, type FilesOrder } from './write-files.ts';
import { writeImages, type ImagesOrder } from '../outputs/images/publish.ts';
import { writeBatch, writeOne, type Batch } from '../publish/writer.ts';
import type { Order } from './body-renderer.ts';
import { BodyWorker } from './body-worker.ts';
import { relate, type RelatedOrder } from '../site/related.ts';

const mate = new BodyWorker();

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
