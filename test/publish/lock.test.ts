/** The lock beside an output: whom it keeps out, and what is left of builds that were killed. */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Locked, releaseLock, takeLock } from '../../src/publish/lock.ts';
import { required } from '../support/required.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

/** No process has this number: it is above what any system gives. */
const NOBODY = 999_999_999;

describe('the lock', () => {
  it('of a process that has ended is taken over, and nothing else stays', () => {
    const folder = folderWith({ '.out.lock': `${NOBODY}-1` });
    takeLock(path.join(folder, '.out.lock'));
    expect(readFileSync(path.join(folder, '.out.lock'), 'utf8')).toMatch(
      new RegExp(`^${process.pid}\\b`),
    );
    expect(readdirSync(folder)).toEqual(['.out.lock']);
    releaseLock(path.join(folder, '.out.lock'));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('clears away what a build left that was killed while it took the lock', () => {
    const others = [`.out.lock-${NOBODY}.building`, `.other.lock-${NOBODY}`, '.out.lock-notes'];
    const left = [`.out.lock-${NOBODY}`, `.out.lock-${NOBODY}-1`, `.out.lock-${process.pid}-1`];
    const folder = folderWith(Object.fromEntries([...left, ...others].map((name) => [name, ''])));
    takeLock(path.join(folder, '.out.lock'));
    expect(readdirSync(folder).toSorted()).toEqual(['.out.lock', ...others].toSorted());
  });
});

describe.runIf(process.platform === 'linux')('on Linux, the lock', () => {
  it('is held by a process that runs, but not by a later one with its number', () => {
    const file = path.join(temporaryFolder(), '.out.lock');
    const parent = process.ppid;
    writeFileSync(file, `${parent}-1`);
    takeLock(file);
    writeFileSync(file, nameOf(parent));
    expect(() => takeLock(file)).toThrow(Locked);
    expect(readFileSync(file, 'utf8')).toBe(nameOf(parent));
  });

  it('is not held by a process that has ended and that nobody has asked how', async () => {
    // The shell becomes a program that never asks for its child.
    const shell = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => {
      shell.kill();
    });
    const child = await new Promise<number>((resolve) => {
      shell.stdout.once('data', (text) => resolve(Number(String(text))));
    });
    const file = path.join(temporaryFolder(), '.out.lock');
    writeFileSync(file, nameOf(child));
    expect(() => takeLock(file)).toThrow(Locked);
    await expect.poll(() => statusOf(child)[0], { timeout: 10_000 }).toBe('Z');
    takeLock(file);
    expect(readFileSync(file, 'utf8')).toBe(nameOf(process.pid));
  });
});

/** As the lock names a process: its number, and when it began. */
function nameOf(pid: number): string {
  return `${pid}-${required(statusOf(pid)[19])}`;
}

/** What proc(5) says of a process, from its state on. */
function statusOf(pid: number): string[] {
  return readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
}
