/** What is kept from build to build can be lost or damaged at any time. */
import { chmodSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Cache } from '../../src/lib/cache.ts';
import { filesBelow, temporaryFolder } from '../support/scratch.ts';

const CONTENT = Buffer.from('what took long to make');
const DAY = 24 * 60 * 60 * 1000;

describe('an entry', () => {
  it('is there for the next build', () => {
    const folder = temporaryFolder();
    new Cache(folder).set('abcd', CONTENT);
    expect(new Cache(folder).get('abcd')).toEqual(CONTENT);
    expect(new Cache(folder).get('abce')).toBeUndefined();
  });

  it('with any byte changed, or cut short anywhere, is as good as not there', () => {
    const folder = temporaryFolder();
    new Cache(folder).set('abcd', CONTENT);
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

  it('that the disk does not take serves the build that made it', () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const cache = new Cache(file);
    cache.set('abcd', CONTENT);
    expect(cache.get('abcd')).toEqual(CONTENT);
    expect(() => cache.sweep()).not.toThrow();
  });

  it('goes when nobody has asked for it in two months, and no sooner', () => {
    const folder = temporaryFolder();
    const cache = new Cache(folder);
    const age = (key: string, days: number): void => {
      cache.set(key, CONTENT);
      const file = filesBelow(folder).find((name) => name.endsWith(key)) ?? '';
      const then = new Date(Date.now() - days * DAY);
      utimesSync(file, then, then);
    };
    age('old1', 61);
    age('old2', 61);
    age('half.written', 2);
    age('younger', 59);
    expect(cache.get('old2')).toEqual(CONTENT);
    cache.sweep();
    expect(
      filesBelow(folder)
        .map((file) => path.basename(file))
        .toSorted(),
    ).toEqual(['old2', 'younger']);
  });

  it('can be read where nothing can be written', () => {
    const folder = temporaryFolder();
    new Cache(folder).set('abcd', CONTENT);
    const below = path.join(folder, 'ab');
    chmodSync(below, 0o500);
    expect(new Cache(folder).get('abcd')).toEqual(CONTENT);
    chmodSync(below, 0o700);
  });
});
