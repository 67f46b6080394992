/** The lock file of an output folder. */
import { spawn } from 'node:child_process';
import {
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { LockError, LockLost, Locked, NoPlace, NotALock } from '../../src/publish/lock-errors.ts';
import { Lock } from '../../src/publish/lock.ts';
import { required } from '../support/required.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

/** Above the highest process ID of any system. */
const NOBODY = 999_999_999;

describe('the lock', () => {
  it('of an ended process is taken over without leftovers', () => {
    const folder = folderWith({ '.out.lock': `${NOBODY}-1` });
    const lock = new Lock(path.join(folder, '.out.lock'));
    expect(readFileSync(path.join(folder, '.out.lock'), 'utf8')).toMatch(
      new RegExp(`^${process.pid}\\b`),
    );
    expect(readdirSync(folder)).toEqual(['.out.lock']);
    lock.release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.runIf(process.platform === 'linux')('explains a place where nothing can be created', () => {
    expect(() => new Lock('/proc/.out.lock')).toThrow(NoPlace);
    expect(new NoPlace('/proc/.out.lock').describe('/proc/out')).toBe(
      'The output /proc/out cannot be created, because /proc takes no files. Choose another folder with --output.',
    );
  });

  it('removes files of a build that was killed while it took the lock', () => {
    const others = [`.out.lock-${NOBODY}.building`, `.other.lock-${NOBODY}`, '.out.lock-notes'];
    const left = [`.out.lock-${NOBODY}`, `.out.lock-${NOBODY}-1`, `.out.lock-${process.pid}-1`];
    const folder = folderWith(Object.fromEntries([...left, ...others].map((name) => [name, ''])));
    takeLock(path.join(folder, '.out.lock'));
    expect(readdirSync(folder).toSorted()).toEqual(['.out.lock', ...others].toSorted());
  });
});

describe('in a folder that other containers and machines share, the lock', () => {
  /** Process 1 of another container has the number of a process that runs here. */
  const elsewhere = `${process.pid}-1-0badcafe`;

  it('is held as long as its build gives signs of life', () => {
    const file = path.join(folderWith({ '.out.lock': elsewhere }), '.out.lock');
    const refusal = messageOf(() => takeLock(file));
    expect(refusal).toContain('in another container or on another machine, is writing _site');
    expect(readFileSync(file, 'utf8')).toBe(elsewhere);
    const halfAnHourAgo = new Date(Date.now() - 30 * 60 * 1000);
    utimesSync(file, halfAnHourAgo, halfAnHourAgo);
    takeLock(file);
    expect(readFileSync(file, 'utf8')).not.toBe(elsewhere);
  });

  it('is renewed', () => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const file = path.join(temporaryFolder(), '.out.lock');
    takeLock(file);
    utimesSync(file, 1, 1);
    vi.advanceTimersByTime(10_000);
    expect(Date.now() - statSync(file).mtimeMs).toBeLessThan(60_000);
  });

  it('that another build took over stops the first one and stays', () => {
    const file = path.join(temporaryFolder(), '.out.lock');
    const lock = new Lock(file);
    lock.check();
    writeFileSync(file, elsewhere);
    expect(() => lock.check()).toThrow(LockLost);
    lock.release();
    expect(readFileSync(file, 'utf8')).toBe(elsewhere);
  });
});

it.skipIf(process.platform === 'win32')('a link in place of the lock file is refused', () => {
  const folder = folderWith({ 'notes.txt': 'My notes.' });
  const file = path.join(folder, '.out.lock');
  symlinkSync('notes.txt', file);
  expect(() => takeLock(file)).toThrow(NotALock);
  expect(messageOf(() => takeLock(file))).toContain('is a link');
  expect(readFileSync(path.join(folder, 'notes.txt'), 'utf8')).toBe('My notes.');
  expect(readdirSync(folder).toSorted()).toEqual(['.out.lock', 'notes.txt']);
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
    await expect.poll(() => statusOf(child)[0]).toBe('Z');
    takeLock(file);
    expect(readFileSync(file, 'utf8')).toContain(`${nameOf(process.pid)}-`);
  });
});

/** Takes the lock until the test ends. */
function takeLock(file: string): Lock {
  const lock = new Lock(file);
  onTestFinished(() => lock.release());
  return lock;
}

/** What a build of the folder `_site` says about the lock. */
function messageOf(action: () => void): string {
  try {
    action();
  } catch (error) {
    if (error instanceof LockError) return error.describe('_site');
    throw error;
  }
  return '';
}

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
