/** The lock file of an output folder. */
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Locked, releaseLock, takeLock } from '../../src/publish/lock.ts';
import { required } from '../support/required.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

/** Above the highest process ID of any system. */
const NOBODY = 999_999_999;

describe('the lock', () => {
  it('of an ended process is taken over without leftovers', () => {
    const folder = folderWith({ '.out.lock': `${NOBODY}-1` });
    takeLock(path.join(folder, '.out.lock'));
    expect(readFileSync(path.join(folder, '.out.lock'), 'utf8')).toMatch(
      new RegExp(`^${process.pid}\\b`),
    );
    expect(readdirSync(folder)).toEqual(['.out.lock']);
    releaseLock(path.join(folder, '.out.lock'));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('removes files of a build that was killed while it took the lock', () => {
    const others = [`.out.lock-${NOBODY}.building`, `.other.lock-${NOBODY}`, '.out.lock-notes'];
    const left = [`.out.lock-${NOBODY}`, `.out.lock-${NOBODY}-1`, `.out.lock-${process.pid}-1`];
    const folder = folderWith(Object.fromEntries([...left, ...others].map((name) => [name, ''])));
    takeLock(path.join(folder, '.out.lock'));
    expect(readdirSync(folder).toSorted()).toEqual(['.out.lock', ...others].toSorted());
  });
});

describe.runIf(process.platform === 'linux')('on Linux, the lock', () => {
  it('is held by a running process, but not by a later one with the same ID', () => {
    const file = path.join(temporaryFolder(), '.out.lock');
    const parent = process.ppid;
    writeFileSync(file, `${parent}-1`);
    takeLock(file);
    writeFileSync(file, nameOf(parent));
    expect(() => takeLock(file)).toThrow(Locked);
    expect(readFileSync(file, 'utf8')).toBe(nameOf(parent));
  });

  it('is not held by a zombie process', async () => {
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

/** Name of a process in the lock: ID and start time. */
function nameOf(pid: number): string {
  return `${pid}-${required(statusOf(pid)[19])}`;
}

/** Fields of /proc/PID/stat, from the state on. proc(5) */
function statusOf(pid: number): string[] {
  return readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
}
