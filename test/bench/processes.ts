/** What /proc tells of processes. Where there is none, there is nothing to tell. */
import { readdirSync, readFileSync } from 'node:fs';

/** Of the clock in which Linux counts processor time; the same on every machine. */
const TICKS_PER_SECOND = 100;

/** Processor time of all processes that this one has started and that have ended, and of theirs. */
export function secondsOfEndedChildren(): number | undefined {
  // The name of the program is in parentheses, and may have spaces.
  const fields = readOrEmpty('/proc/self/stat').split(') ').at(-1)?.split(' ') ?? [];
  const [user, system] = fields.slice(13, 15);
  return user === undefined || system === undefined
    ? undefined
    : (Number(user) + Number(system)) / TICKS_PER_SECOND;
}

/** High-water marks of a process and of all its living descendants, added up. */
export function treeKiB(pid: number): number {
  return highWaterKiB(pid) + childrenOf(pid).reduce((sum, child) => sum + treeKiB(child), 0);
}

function highWaterKiB(pid: number): number {
  const status = readOrEmpty(`/proc/${pid}/status`);
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
}

export function childrenOf(pid: number): number[] {
  return threadsOf(pid)
    .flatMap((thread) => readOrEmpty(`/proc/${pid}/task/${thread}/children`).split(' '))
    .filter((child) => child !== '')
    .map(Number);
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** A process may end between two looks at it. */
export function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
