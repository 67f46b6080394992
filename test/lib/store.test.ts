/** What is kept of files from run to run: no more than was saved, and nothing of other sites or programs. */
import { rmSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Cache } from '../../src/lib/cache.ts';
import { Store, type Home } from '../../src/lib/store.ts';
import { filesBelow, temporaryFolder } from '../support/scratch.ts';

const FILES = Array.from({ length: 150 }, (_, number) => `posts/post-${number}/index.md`);

function home(folder: string, more: Partial<Home> = {}): Home {
  return { cache: new Cache(folder), site: 'content', version: '1', ...more };
}

function filled(place?: Home, files = FILES): Store<{ of: string }> {
  const store = new Store<{ of: string }>('texts', place);
  for (const file of files) store.set(file, { of: file });
  return store;
}

function read(place: Home, file = 'posts/post-7/index.md', name = 'texts'): unknown {
  return new Store(name, place).get(file);
}

describe('a store', () => {
  it('gives what was saved, not what is noted', () => {
    const store = filled();
    expect(store.get('posts/post-7/index.md')).toBeUndefined();
    store.save();
    store.set('posts/post-7/index.md', { of: 'other' });
    expect(store.get('posts/post-7/index.md')).toEqual({ of: 'posts/post-7/index.md' });
    store.save();
    expect(store.get('posts/post-7/index.md')).toEqual({ of: 'other' });
  });

  it('lasts from run to run for the same site and program', () => {
    const folder = temporaryFolder();
    filled(home(folder)).save();
    expect(read(home(folder))).toEqual({ of: 'posts/post-7/index.md' });
    expect(read(home(folder), 'posts/none/index.md')).toBeUndefined();
    expect(read(home(folder, { site: 'other' }))).toBeUndefined();
    expect(read(home(folder, { version: '2' }))).toBeUndefined();
    expect(read(home(folder), 'posts/post-7/index.md', 'bodies')).toBeUndefined();
  });

  it('tells apart names and folders with spaces', () => {
    const folder = temporaryFolder();
    filled(home(folder, { version: '1 0' })).save();
    const store = new Store('texts 1', home(folder, { version: '0' }));
    expect(store.get('posts/post-7/index.md')).toBeUndefined();
  });

  it('keeps in memory what was saved last, and nothing else', () => {
    const store = filled();
    store.save();
    expect(FILES.filter((file) => store.get(file) === undefined)).toEqual([]);
    store.save();
    expect(FILES.filter((file) => store.get(file) !== undefined)).toEqual([]);
  });

  it('that forgets reads from the disk what it needs again', () => {
    const folder = temporaryFolder();
    const store = filled(home(folder));
    store.save();
    store.forget();
    expect(store.get('posts/post-7/index.md')).toEqual({ of: 'posts/post-7/index.md' });
    store.forget();
    rmSync(folder, { recursive: true });
    expect(FILES.filter((file) => store.get(file) !== undefined)).toEqual([]);
  });

  it('writes what has changed alone', () => {
    const folder = temporaryFolder();
    filled(home(folder)).save();
    const again = new Store<{ of: string }>('texts', home(folder));
    for (const file of FILES) again.set(file, again.get(file) ?? { of: 'lost' });
    // A file that is written again is another one under the same name.
    const written = () => filesBelow(folder).map((file) => `${file} ${statSync(file).ino}`);
    const before = written();
    again.set('posts/post-7/index.md', { of: 'new' });
    expect(again.save()).toBe(true);
    expect(written().filter((file) => !before.includes(file))).toHaveLength(1);
    expect(read(home(folder))).toEqual({ of: 'new' });
  });

  it('of few files is not worth a place on the disk', () => {
    const folder = temporaryFolder();
    const store = filled(home(folder), FILES.slice(0, 20));
    store.save();
    expect(filesBelow(folder)).toEqual([]);
    expect(store.get('posts/post-7/index.md')).toEqual({ of: 'posts/post-7/index.md' });
  });
});
