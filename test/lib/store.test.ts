/** Saved values by file, site and program version. */
import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Store, type Persistence } from '../../src/lib/store.ts';
import { filesBelow, temporaryFolder } from '../support/scratch.ts';

const FILES = Array.from({ length: 150 }, (_, number) => `posts/post-${number}/index.md`);
const FILE = 'posts/post-7/index.md';

function inFolder(folder: string, inputs = ['texts', '1', 'content']): Persistence {
  return { folder, inputs, shards: 16, minimum: 100 };
}

function filled(persistence?: Persistence, files = FILES): Store<{ of: string }> {
  const store = new Store<{ of: string }>(persistence);
  for (const file of files) store.set(file, { of: file });
  return store;
}

describe('a store', () => {
  it('returns what was saved, not what was set since', () => {
    const store = filled();
    expect(store.get(FILE)).toBeUndefined();
    store.save();
    store.set(FILE, { of: 'other' });
    expect(store.get(FILE)).toEqual({ of: FILE });
    store.save();
    expect(store.get(FILE)).toEqual({ of: 'other' });
  });

  it('lasts from run to run for the same inputs', () => {
    const folder = temporaryFolder();
    filled(inFolder(folder)).save();
    expect(new Store(inFolder(folder)).get(FILE)).toEqual({ of: FILE });
    expect(new Store(inFolder(folder)).get('posts/none/index.md')).toBeUndefined();
    for (const inputs of [
      ['texts', '1', 'other'],
      ['texts', '2', 'content'],
      ['bodies', '1', 'content'],
      ['texts 1', 'content'],
    ])
      expect(new Store(inFolder(folder, inputs)).get(FILE)).toBeUndefined();
  });

  it('remembers the last save, and drops earlier ones', () => {
    const store = filled();
    store.save();
    expect(FILES.filter((file) => store.get(file) === undefined)).toEqual([]);
    store.save();
    expect(FILES.filter((file) => store.get(file) !== undefined)).toEqual([]);
  });

  it('writes nothing for a value that is replaced by an equal one', () => {
    const folder = temporaryFolder();
    filled(inFolder(folder)).save();
    const store = new Store<{ of: string }>(inFolder(folder));
    const equal = { of: FILE };
    store.get(FILE);
    store.replace(FILE, equal);
    expect(store.get(FILE)).toBe(equal);
    for (const file of FILES) store.set(file, store.get(file) ?? { of: 'nothing' });
    expect(store.save()).toBe(false);
  });

  it('reads what it saved again if it is not to keep it', () => {
    const folder = temporaryFolder();
    const store = filled({ ...inFolder(folder), keeps: false });
    const value = { of: 'a rose' };
    store.set(FILE, value);
    store.save();
    expect(store.get(FILE)).toEqual(value);
    expect(store.get(FILE)).not.toBe(value);
    const unsaved = filled({ ...inFolder(temporaryFolder()), keeps: false }, [FILE]);
    unsaved.save();
    expect(unsaved.get(FILE)).toEqual({ of: FILE });
  });

  it('frees a value that it reads from the buffer of its shard', () => {
    const folder = temporaryFolder();
    const store = new Store<Int32Array>(inFolder(folder));
    for (const file of FILES) store.set(file, new Int32Array(4));
    store.save();
    const read = new Store<Int32Array>(inFolder(folder), (value) => value.slice());
    expect(read.get(FILE)?.buffer.byteLength).toBe(16);
  });

  it('writes only the shards that changed', () => {
    const folder = temporaryFolder();
    filled(inFolder(folder)).save();
    const again = new Store<{ of: string }>(inFolder(folder));
    for (const file of FILES) again.set(file, again.get(file) ?? { of: 'lost' });
    // A file that is written again has another inode.
    const written = () => filesBelow(folder).map((file) => `${file} ${statSync(file).ino}`);
    const before = written();
    again.set(FILE, { of: 'new' });
    expect(again.save()).toBe(true);
    expect(written().filter((file) => !before.includes(file))).toHaveLength(1);
    expect(new Store(inFolder(folder)).get(FILE)).toEqual({ of: 'new' });
  });

  it('writes nothing when nothing has changed', () => {
    const folder = temporaryFolder();
    filled(inFolder(folder)).save();
    const again = new Store<{ of: string }>(inFolder(folder));
    for (const file of FILES) again.set(file, again.get(file) ?? { of: 'lost' });
    expect(again.save()).toBe(false);
  });

  it('of few files is not written', () => {
    const folder = temporaryFolder();
    const store = filled(inFolder(folder), FILES.slice(0, 20));
    store.save();
    expect(filesBelow(folder)).toEqual([]);
    expect(store.get(FILE)).toEqual({ of: FILE });
  });
});
