/** Builds that compete, with commands of one line instead of generators. */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { temporaryFolder } from '../support/scratch.ts';
import type { Contestant } from './contestants.ts';
import { race } from './race.ts';

const exitCode = process.exitCode;
const folder = temporaryFolder();
const log = path.join(folder, 'log');

afterEach(() => {
  process.exitCode = exitCode;
});

it('alternates the builds, and counts all rounds but the first', async () => {
  const contestants = ['one', 'two'].map((name) =>
    contestant(name, `echo ${name} >>'${log}'; printf 12345 >'${folder}/${name}/file'`),
  );
  const results = await race(contestants, 2, folder, () => {});
  expect(readFileSync(log, 'utf8').trim().split('\n')).toEqual([
    ...['one', 'two', 'one', 'two', 'one', 'two'],
  ]);
  expect(results).toMatchObject([
    { name: 'one', files: 1, bytes: 5, seconds: [expect.any(Number), expect.any(Number)] },
    { name: 'two', files: 1, bytes: 5, seconds: [expect.any(Number), expect.any(Number)] },
  ]);
  expect(process.exitCode).toBe(exitCode);
});

it('says why a build is not measured, and goes on with the others', async () => {
  const contestants = [
    { ...contestant('missing', 'true'), missing: 'it is not installed' },
    contestant('failing', 'echo "no template" >&2; exit 1'),
    contestant('working', 'true'),
  ];
  const results = await race(contestants, 1, folder, () => {});
  expect(results.map(({ note, seconds }) => [note, seconds.length])).toEqual([
    ['skipped: it is not installed', 0],
    ['failed: exit code 1: no template', 0],
    [undefined, 1],
  ]);
  expect(process.exitCode).toBe(1);
});

function contestant(name: string, script: string): Contestant {
  const output = path.join(folder, name);
  return {
    ...{ name, output, command: ['sh', '-c', script] },
    setUp: () => mkdirSync(output, { recursive: true }),
  };
}
