/** The build cache: entries can be lost or damaged at any time. */
import { hash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { serialize } from 'node:v8';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Cache, keyOf } from '../../src/lib/cache.ts';
import { isRoot } from '../support/disk.ts';
import { filesBelow, folderWith, temporaryFolder } from '../support/scratch.ts';

const VALUE = { name: 'rose', bytes: Buffer.from('red'), widths: new Map([['a', [1, 2]]]) };
const DAY = 24 * 60 * 60 * 1000;

describe('an entry', () => {
  it('is there for the next build', () => {
    const folder = temporaryFolder();
    new Cache(folder).set('abcd', VALUE);
    expect(new Cache(folder).get('abcd')).toEqual(VALUE);
    expect(new Cache(folder).get('abce')).toBeUndefined();
  });

  it('counts as missing with any byte changed, or truncated anywhere', () => {
    const folder = temporaryFolder();
    new Cache(folder).set('abcd', VALUE);
    const [file = ''] = filesBelow(folder);
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      writeFileSync(file, changed);
      expect(new Cache(folder).get('abcd')).toBeUndefined();
      writeFileSync(file, whole.subarray(0, at));
      expect(new Cache(folder).get('abcd')).toBeUndefined();
    }
  });

  it('that somebody else has written counts as missing, whatever its checksum', () => {
    const folder = temporaryFolder();
    new Cache(folder).set('abcd', VALUE);
    const [file = ''] = filesBelow(folder);
    const content = serialize({ ...VALUE, name: 'thorn' });
    writeFileSync(file, Buffer.concat([hash('sha256', content, 'buffer'), content]));
    expect(new Cache(folder).get('abcd')).toBeUndefined();
    new Cache(folder).set('abcd', VALUE);
    expect(new Cache(folder).get('abcd')).toEqual(VALUE);
  });

  it('under the name of another counts as missing', () => {
    const folder = temporaryFolder();
    new Cache(folder).set('abcd', VALUE);
    const [file = ''] = filesBelow(folder);
    renameSync(file, path.join(path.dirname(file), 'abce'));
    expect(new Cache(folder).get('abce')).toBeUndefined();
  });

  it.skipIf(process.platform === 'win32')('that others may write counts as missing', () => {
    const folder = temporaryFolder();
    const before = process.umask(0);
    new Cache(folder).set('abcd', VALUE);
    process.umask(before);
    const [file = ''] = filesBelow(folder);
    expect(statSync(file).mode & 0o022).toBe(0);
    for (const mode of [0o664, 0o646]) {
      chmodSync(file, mode);
      expect(new Cache(folder).get('abcd')).toBeUndefined();
    }
  });

  it.runIf(isRoot())('of another user counts as missing', () => {
    const folder = temporaryFolder();
    new Cache(folder).set('abcd', VALUE);
    const [file = ''] = filesBelow(folder);
    chownSync(file, 12_345, 12_345);
    expect(new Cache(folder).get('abcd')).toBeUndefined();
  });

  it.skipIf(process.platform === 'win32')(
    'is neither read, written nor swept through a link',
    () => {
      const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
      new Cache(elsewhere).set('abcd', VALUE);
      const [file = ''] = filesBelow(elsewhere);
      utimesSync(file, 1, 1);
      mkdirSync(path.join(folder, 'files/ab'), { recursive: true });
      symlinkSync(file, path.join(folder, 'files/ab/abcd'));
      expect(new Cache(path.join(folder, 'files')).get('abcd')).toBeUndefined();
      symlinkSync(elsewhere, path.join(folder, 'all'));
      mkdirSync(path.join(folder, 'part'));
      symlinkSync(path.dirname(file), path.join(folder, 'part/ab'));
      for (const name of ['all', 'part']) {
        const cache = new Cache(path.join(folder, name));
        cache.set('abce', VALUE);
        expect(cache.get('abce')).toEqual(VALUE);
        cache.sweep();
      }
      expect(filesBelow(elsewhere)).toEqual([file]);
    },
  );

  it.each(['file', 'file/texts'])(
    'that cannot be written to %s serves the build that made it',
    (place) => {
      const folder = folderWith({ file: '' });
      const cache = new Cache(path.join(folder, place));
      cache.set('abcd', VALUE);
      expect(cache.get('abcd')).toEqual(VALUE);
      expect(() => cache.sweep()).not.toThrow();
    },
  );

  it('is removed after two months without use, and no sooner', () => {
    const folder = temporaryFolder();
    const cache = new Cache(folder);
    const age = (key: string, days: number): void => {
      cache.set(key, VALUE);
      const file = filesBelow(folder).find((name) => name.endsWith(key)) ?? '';
      const then = new Date(Date.now() - days * DAY);
      utimesSync(file, then, then);
    };
    age('old1', 61);
    age('old2', 61);
    age('half.written', 2);
    age('younger', 59);
    expect(cache.get('old2')).toEqual(VALUE);
    cache.sweep();
    expect(
      filesBelow(folder)
        .map((file) => path.basename(file))
        .toSorted(),
    ).toEqual(['old2', 'younger']);
  });

  it('can be read where nothing can be written', () => {
    const folder = temporaryFolder();
    new Cache(folder).set('abcd', VALUE);
    const below = path.join(folder, 'ab');
    chmodSync(below, 0o500);
    expect(new Cache(folder).get('abcd')).toEqual(VALUE);
    chmodSync(below, 0o700);
  });
});

it('the key depends on where one input ends and the next begins', () => {
  const keys = [keyOf('ab', 'c'), keyOf('a', 'bc'), keyOf('abc'), keyOf('abc', '')];
  expect(new Set(keys).size).toBe(4);
});
