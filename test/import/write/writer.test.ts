/** What an import writes, and what it leaves alone. */
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { SourceError } from '../../../src/import/source/source.ts';
import type { LedgerItem } from '../../../src/import/write/ledger-item.ts';
import { JOURNAL, LEDGER, Ledger } from '../../../src/import/write/ledger.ts';
import { Writer, type Effect } from '../../../src/import/write/writer.ts';
import { filesBelow, temporaryFolder, writeFiles } from '../../support/scratch.ts';

let folder: string;

beforeEach(() => {
  folder = path.join(temporaryFolder(), 'content');
});

/** One import of one post with these files. */
function run(
  written: Readonly<Record<string, string>>,
  source = 'a',
  { force = false, ledger = new Ledger(folder) } = {},
): Effect {
  const writer = new Writer(folder, ledger, { force });
  const effect = writer.write(post(written, source));
  ledger.finish();
  return effect;
}

function post(written: Readonly<Record<string, string>>, source: string) {
  const entries = Object.entries(written).map(([name, text]): [string, string] => [
    `posts/roses/${name}`,
    text,
  ]);
  return { id: 'post-1', source, path: 'posts/roses/index.md', files: new Map(entries) };
}

function read(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

/** Without the ledger. */
function files(): Record<string, string> {
  return Object.fromEntries(
    filesBelow(folder)
      .map((file) => path.relative(folder, file))
      .filter((file) => !file.startsWith('.'))
      .toSorted()
      .map((file) => [file, read(file)]),
  );
}

it('adds, then leaves alone what has not changed', () => {
  expect(run({ 'index.md': 'Red.', 'a.jpg': 'A' })).toBe('added');
  const ledger = read(LEDGER);
  expect(run({ 'index.md': 'Red.', 'a.jpg': 'A' })).toBe('unchanged');
  expect(files()).toEqual({ 'posts/roses/a.jpg': 'A', 'posts/roses/index.md': 'Red.' });
  expect(read(LEDGER)).toBe(ledger);
  expect(existsSync(path.join(folder, JOURNAL))).toBe(false);
});

it('updates what only the export has changed, and removes pictures that it no longer has', () => {
  run({ 'index.md': 'Red.', 'a.jpg': 'A', 'b.jpg': 'B' });
  expect(run({ 'index.md': 'Dark red.', 'a.jpg': 'A2', 'c.jpg': 'C' }, 'b')).toBe('updated');
  expect(files()).toEqual({
    'posts/roses/a.jpg': 'A2',
    'posts/roses/c.jpg': 'C',
    'posts/roses/index.md': 'Dark red.',
  });
});

describe('what the owner has changed', () => {
  it('stays, without a word if the export is as before', () => {
    run({ 'index.md': 'Red.' });
    writeFiles(folder, { 'posts/roses/index.md': 'Mine.' });
    expect(run({ 'index.md': 'Red, converted better.', 'a.jpg': 'A' })).toBe('kept');
    expect(files()).toEqual({ 'posts/roses/index.md': 'Mine.' });
  });

  it('stays as a conflict if the export has changed, too, each time', () => {
    run({ 'index.md': 'Red.' });
    writeFiles(folder, { 'posts/roses/index.md': 'Mine.' });
    expect(run({ 'index.md': 'Dark red.' }, 'b')).toBe('conflict');
    expect(run({ 'index.md': 'Dark red.' }, 'b')).toBe('conflict');
    expect(read('posts/roses/index.md')).toBe('Mine.');
  });

  it('may be the same change', () => {
    run({ 'index.md': 'Red.' });
    writeFiles(folder, { 'posts/roses/index.md': 'Dark red.' });
    expect(run({ 'index.md': 'Dark red.' }, 'b')).toBe('unchanged');
    expect(run({ 'index.md': 'Black.' }, 'c')).toBe('updated');
  });

  it('does not come back after it was removed', () => {
    run({ 'index.md': 'Red.', 'a.jpg': 'A' });
    rmSync(path.join(folder, 'posts/roses/a.jpg'));
    expect(run({ 'index.md': 'Red.', 'a.jpg': 'A' })).toBe('unchanged');
    expect(files()).toEqual({ 'posts/roses/index.md': 'Red.' });
    rmSync(path.join(folder, 'posts/roses'), { recursive: true });
    expect(run({ 'index.md': 'Dark red.', 'a.jpg': 'A' }, 'b')).toBe('removed');
    expect(files()).toEqual({});
  });

  it('gives way to --force, and is kept elsewhere', () => {
    run({ 'index.md': 'Red.', 'a.jpg': 'A' });
    writeFiles(folder, { 'posts/roses/index.md': 'Mine.', 'posts/roses/a.jpg': 'My A' });
    expect(run({ 'index.md': 'Red.', 'a.jpg': 'A' }, 'a', { force: true })).toBe('updated');
    expect(files()).toEqual({ 'posts/roses/a.jpg': 'A', 'posts/roses/index.md': 'Red.' });
    const kept = path.join(folder, '../before-import/posts/roses');
    expect(readFileSync(path.join(kept, 'index.md'), 'utf8')).toBe('Mine.');
    expect(readFileSync(path.join(kept, 'a.jpg'), 'utf8')).toBe('My A');
  });
});

describe('a file that no import has written', () => {
  it('stays, unless it is the same', () => {
    writeFiles(folder, { 'posts/roses/index.md': 'Mine.', 'posts/roses/a.jpg': 'My A' });
    expect(run({ 'index.md': 'Red.' })).toBe('conflict');
    expect(run({ 'index.md': 'Mine.', 'a.jpg': 'A' })).toBe('unchanged');
    expect(files()).toEqual({ 'posts/roses/a.jpg': 'My A', 'posts/roses/index.md': 'Mine.' });
    // It is not ours, so it must not be removed later.
    run({ 'index.md': 'Mine.' });
    expect(read('posts/roses/a.jpg')).toBe('My A');
  });

  it('is kept twice if it is replaced twice', () => {
    for (const text of ['Mine.', 'Mine again.']) {
      writeFiles(folder, { 'posts/roses/index.md': text });
      run({ 'index.md': 'Red.' }, 'a', { force: true });
    }
    const place = path.join(folder, '../before-import-2/posts/roses/index.md');
    expect(readFileSync(place, 'utf8')).toBe('Mine again.');
  });
});

it('never follows a link out of the folder', () => {
  const elsewhere = temporaryFolder();
  mkdirSync(path.join(folder, 'posts'), { recursive: true });
  symlinkSync(elsewhere, path.join(folder, 'posts/roses'));
  expect(run({ 'index.md': 'Red.' }, 'a', { force: true })).toBe('conflict');
  expect(filesBelow(elsewhere)).toEqual([]);
});

it.each(['../evil.md', '/etc/evil.md', 'posts/../../evil.md', 'C:/evil.md', 'a\\..\\b.md'])(
  'refuses paths that leave the folder: %s',
  (file) => {
    const writer = new Writer(folder, new Ledger(folder), { force: true });
    const output = { id: '1', source: 'a', path: file, files: new Map([[file, 'x']]) };
    expect(() => writer.write(output)).toThrow('is not a path');
  },
);

it('foresees what a run would do', () => {
  const foresee = (source: string): Effect =>
    new Writer(folder, new Ledger(folder), { force: false }).foresee(post({}, source));
  expect(foresee('a')).toBe('added');
  run({ 'index.md': 'Red.' });
  expect(foresee('a')).toBe('unchanged');
  expect(foresee('b')).toBe('updated');
  writeFiles(folder, { 'posts/roses/index.md': 'Mine.' });
  expect(foresee('a')).toBe('kept');
  expect(foresee('b')).toBe('conflict');
  rmSync(path.join(folder, 'posts/roses/index.md'));
  expect(foresee('b')).toBe('removed');
});

describe('a run that is killed', () => {
  /** Dies before or after the change that is `left` changes away. */
  class DyingLedger extends Ledger {
    left: number;
    readonly isBefore: boolean;

    constructor(left: number, isBefore: boolean) {
      super(folder);
      this.left = left;
      this.isBefore = isBefore;
    }

    override set(item: LedgerItem): void {
      this.left--;
      if (this.left < 0 && this.isBefore) throw new Error('killed');
      super.set(item);
      if (this.left < 0) throw new Error('killed');
    }

    override finish(): void {
      throw new Error('killed');
    }
  }

  const moments = [0, 1, 2].flatMap((left) =>
    [true, false].map((isBefore) => ({ left, isBefore })),
  );

  it.each(moments)('is finished by the next one: $left $isBefore', ({ left, isBefore }) => {
    for (const [text, source] of [
      ['Red.', 'a'],
      ['Dark red.', 'b'],
    ] as const) {
      const ledger = new DyingLedger(left, isBefore);
      expect(() => run({ 'index.md': text, 'a.jpg': text }, source, { ledger })).toThrow('killed');
      const effect = run({ 'index.md': text, 'a.jpg': text }, source);
      expect(['added', 'updated', 'unchanged']).toContain(effect);
      expect(files()).toEqual({ 'posts/roses/a.jpg': text, 'posts/roses/index.md': text });
      expect(run({ 'index.md': text, 'a.jpg': text }, source)).toBe('unchanged');
    }
    // The files count as those of the import.
    expect(run({ 'index.md': 'Black.' }, 'c')).toBe('updated');
  });

  it('may have cut a line', () => {
    run({ 'index.md': 'Red.' });
    writeFileSync(path.join(folder, JOURNAL), '\n{"id":"post-1","path":"posts/ro');
    expect(new Ledger(folder).exists).toBe(true);
    expect(run({ 'index.md': 'Dark red.' }, 'b')).toBe('updated');
  });
});

it('a damaged ledger says what to do', () => {
  writeFiles(folder, { [LEDGER]: '{"version": 1, "items": [' });
  expect(() => new Ledger(folder)).toThrow(SourceError);
  writeFiles(folder, {
    [LEDGER]: '{"version":1,"items":[{"id":"1","path":"../../x","source":"a","files":{}}]}',
  });
  expect(() => new Ledger(folder)).toThrow('Restore it from a backup');
});
