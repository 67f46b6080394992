/** Names the process that holds a lock, also for other containers and machines. */
import { hash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { errorCode } from './fs-errors.ts';

/**
 * Tells apart machines, their restarts, and containers, which number their
 * processes themselves: 8 hexadecimal digits.
 */
const PLACE = hash(
  'sha256',
  [
    hostname(),
    attempt(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')),
    attempt(() => readlinkSync('/proc/self/ns/pid')),
  ].join(),
).slice(0, 8);

/** This process: its ID, on Linux its start time, because IDs are reused, and its place. */
export const OWN_NAME = nameOf(process.pid);

/** What a name from `OWN_NAME` of any process looks like; earlier versions had no place. */
export const NAME = /^\d+(?:-[a-z0-9]+){0,2}$/;

/** Whether process numbers of this place can tell if the process is running. */
export function isHere(name: string): boolean {
  return (name.split('-')[2] ?? PLACE) === PLACE;
}

export function pidOf(name: string): number {
  return Number.parseInt(name, 10);
}

/** @param name of a process that `isHere` */
export function isRunning(name: string): boolean {
  const pid = pidOf(name);
  if (Number.isNaN(pid)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false;
  }
  return `${nameOf(pid)}-`.startsWith(`${name}-`);
}

function nameOf(pid: number): string {
  const status = attempt(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  // After the name of the program, which may contain anything. proc_pid_stat(5)
  const fields = status?.slice(status.lastIndexOf(')') + 2).split(' ') ?? [];
  // A zombie keeps its ID until its parent waits for it.
  return `${pid}-${fields[0] === 'Z' ? 'ended' : (fields[19] ?? '0')}-${PLACE}`;
}

/** Only Linux has these files. */
function attempt(read: () => string): string | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
