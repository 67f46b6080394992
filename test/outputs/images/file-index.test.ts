/** Detection of unchanged image files. */
import { statSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { FileIndex, type IndexedImage } from '../../../src/outputs/images/file-index.ts';
import { folderWith, temporaryFolder } from '../../support/scratch.ts';

const info = {
  type: 'png',
  width: 3,
  height: 2,
  orientation: 1,
  frames: 1,
  isCleaned: false,
  bytes: 9,
} as const;
const image: IndexedImage = { info: { ...info, hash: 'abc' }, encoded: {} };

afterEach(() => {
  vi.restoreAllMocks();
});

/** Lets the index see its files this many milliseconds later. */
function wait(milliseconds: number): void {
  const now = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(now + milliseconds);
}

function add(cache: string, file: string): void {
  const index = new FileIndex(cache, 'content');
  index.set(file, image);
  index.save();
}

it('knows a file that was not written lately', () => {
  const file = path.join(folderWith({ 'a.png': 'a' }), 'a.png');
  const cache = temporaryFolder();
  wait(2100);
  add(cache, file);
  expect(new FileIndex(cache, 'content').get(file)).toEqual(image);
  expect(new FileIndex(cache, 'elsewhere').get(file)).toBeUndefined();
});

it('does not add a file that may still change within the same clock tick', () => {
  const file = path.join(folderWith({ 'a.png': 'a' }), 'a.png');
  const cache = temporaryFolder();
  wait(1800);
  add(cache, file);
  wait(5000);
  expect(new FileIndex(cache, 'content').get(file)).toBeUndefined();
});

it.each<[string, (file: string) => void]>([
  ['written again', (file) => writeFileSync(file, 'another')],
  ['written again in the same size', (file) => writeFileSync(file, 'b')],
  [
    'written again in the same size, with its time set back',
    (file) => {
      const { atime, mtime } = statSync(file);
      writeFileSync(file, 'b');
      utimesSync(file, atime, mtime);
    },
  ],
])('does not know a file that was %s', (_what, change) => {
  const file = path.join(folderWith({ 'a.png': 'a' }), 'a.png');
  // Whole seconds, which can be set again exactly.
  utimesSync(file, 1_700_000_000, 1_700_000_000);
  const cache = temporaryFolder();
  wait(2100);
  add(cache, file);
  change(file);
  wait(10_000);
  expect(new FileIndex(cache, 'content').get(file)).toBeUndefined();
});

it('drops files that the last build did not have', () => {
  const folder = folderWith({ 'a.png': 'a', 'b.png': 'b' });
  const cache = temporaryFolder();
  wait(2100);
  add(cache, path.join(folder, 'a.png'));
  add(cache, path.join(folder, 'b.png'));
  const index = new FileIndex(cache, 'content');
  expect(index.get(path.join(folder, 'a.png'))).toBeUndefined();
  expect(index.get(path.join(folder, 'b.png'))).toEqual(image);
});
