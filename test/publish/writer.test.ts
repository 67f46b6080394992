/** The writer of a site's files, whichever thread it writes on. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { Writer, writeBatch, type Batch } from '../../src/publish/writer.ts';
import { temporaryFolder } from '../support/scratch.ts';

it('rejects with the first error of the thread that writes', async () => {
  const errors = ['The disk is full.', 'The thread ended.'];
  const writer = new Writer(() => Promise.reject(new Error(errors.shift())));
  for (let page = 0; page < 20; page++) writer.write(`page-${page}`, 'Words.');
  await expect(writer.finish()).rejects.toThrow('The disk is full.');
});

it('writes itself when the other thread falls behind', async () => {
  const folder = temporaryFolder();
  const waiting: Batch[] = [];
  const writer = new Writer((batch) => Promise.resolve(void waiting.push(batch)));
  for (let page = 0; page < 1040; page++) writer.write(path.join(folder, `${page}`), 'Words.');
  expect(existsSync(path.join(folder, '0'))).toBe(false);
  expect(readFileSync(path.join(folder, '1039'), 'utf8')).toBe('Words.');
  for (const batch of waiting) writeBatch(batch);
  writer.write(path.join(folder, 'last'), 'Words.');
  expect(existsSync(path.join(folder, 'last'))).toBe(false);
  await writer.finish();
});
