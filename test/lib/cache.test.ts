/** The build cache: entries can be lost or damaged at any time. */
import { hash } from 'node:crypto';
import { chmodSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Cache, keyOf } from '../../src/lib/cache.ts';
import { filesBelow, temporaryFolder } from '../support/scratch.ts';

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

  it('counts as missing when V8 cannot read it, whatever its checksum', () => {
    const folder = temporaryFolder();
    new Cache(folder).set('abcd', VALUE);
    const [file = ''] = filesBelow(folder);
    const content = Buffer.from('written by another program');
    writeFileSync(file, Buffer.concat([hash('sha256', content, 'buffer'), content]));
    expect(new Cache(folder).get('abcd')).toBeUndefined();
  });

  it('that cannot be written serves the build that made it', () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const cache = new Cache(file);
    cache.set('abcd', VALUE);
    expect(cache.get('abcd')).toEqual(VALUE);
    expect(() => cache.sweep()).not.toThrow();
  });

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
