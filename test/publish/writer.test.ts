/** Errors of the second thread. */
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { Writer } from '../../src/publish/writer.ts';

it('the first error of the second thread is reported', async () => {
  const worker = new Worker("throw new Error('The disk is full.');", { eval: true });
  const writer = new Writer(worker);
  await new Promise<void>((resolve) => {
    worker.on('exit', () => {
      worker.emit('error', new Error('The thread ended.'));
      resolve();
    });
  });
  await expect(writer.finish()).rejects.toThrow('The disk is full.');
});
