/** Lists that are on disk as soon as they are long. */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DiskList, firstOf, joined } from '../../src/lib/disk-list.ts';
import { temporaryFolder } from '../support/scratch.ts';

let folder: string;

beforeEach(() => {
  folder = path.join(temporaryFolder(), 'temp');
  mkdirSync(folder);
  vi.stubEnv('TMPDIR', folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
});

interface Row {
  readonly number: number;
  readonly text: string;
  readonly more?: string | undefined;
}

function row(number: number): Row {
  return { number, text: `${'x'.repeat(100)}ü\u{1F339}\n${number}`, more: undefined };
}

/** Bytes that lists have on disk. */
function bytesOnDisk(): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(path.join(parentPath, name)).size, 0);
}

it('gives back what it was given, in order', () => {
  const list = new DiskList<Row>();
  const rows = Array.from({ length: 2500 }, (_, index) => row(index));
  list.addAll(rows.slice(0, 1500));
  expect([...list]).toEqual(rows.slice(0, 1500));
  expect(list.add(row(1500))).toBe(1500);
  list.addAll(rows.slice(1501));
  expect(list).toHaveLength(2500);
  expect([...list]).toEqual(rows);
  for (const index of [0, 7, 1500, 2499]) expect(list.at(index)).toEqual(rows[index]);
  list.close();
});

it('keeps only the end of a long list in memory, and nothing of a short one on disk', () => {
  const list = new DiskList<Row>();
  list.add(row(0));
  expect(readdirSync(folder)).toEqual([]);
  let bytes = Buffer.byteLength(JSON.stringify(row(0)));
  for (let number = 1; number < 5000;) {
    for (const end = number + 100; number < end; number++) {
      list.add(row(number));
      bytes += Buffer.byteLength(JSON.stringify(row(number)));
    }
    expect(bytes - bytesOnDisk()).toBeLessThan(70_000);
  }
  list.close();
  expect(readdirSync(folder)).toEqual([]);
});

it('needs a single listener for the end of the process, however many lists there are', () => {
  const before = process.listenerCount('exit');
  const lists = Array.from({ length: 12 }, () => new DiskList<Row>());
  for (const list of lists) list.addAll(Array.from({ length: 700 }, (_, index) => row(index)));
  expect(readdirSync(folder)).toHaveLength(12);
  expect(process.listenerCount('exit') - before).toBeLessThan(2);
  for (const list of lists) list.close();
  expect(readdirSync(folder)).toEqual([]);
  expect(process.listenerCount('exit')).toBeLessThanOrEqual(before);
});

it('keeps nothing that would change with what it was given', () => {
  const list = new DiskList<{ names: string[] }>();
  const item = { names: ['Ada'] };
  list.add(item);
  item.names.push('Ben');
  expect([...list]).toEqual([{ names: ['Ada'] }]);
});

it('joins lists, and takes the first of one', () => {
  const list = new DiskList<Row>();
  list.addAll([row(1), row(2)]);
  const both = joined(list, [row(3)]);
  expect(both).toHaveLength(3);
  expect(Array.from(both, ({ number }) => number)).toEqual([1, 2, 3]);
  expect(firstOf(both, 2).map(({ number }) => number)).toEqual([1, 2]);
  expect(firstOf(both, 9)).toHaveLength(3);
});
