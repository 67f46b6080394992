/** Measures time and peak memory of a command. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

export interface Measurement {
  readonly seconds: number;
  /** Memory of the command and all its children at its highest; absent where /proc does not tell. */
  readonly peakMiB: number | undefined;
}

const POLL_MS = 20;

/** Rejects, with the end of what it printed, when the command fails. */
export function measure(command: readonly string[], folder: string): Promise<Measurement> {
  const [program = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let peak = 0;
    let printed = '';
    const remember = (chunk: Buffer): void => {
      printed = (printed + chunk.toString()).slice(-2000);
    };
    child.stdout.on('data', remember);
    child.stderr.on('data', remember);
    const poll = setInterval(() => {
      if (child.pid !== undefined) peak = Math.max(peak, treeKiB(child.pid));
    }, POLL_MS);
    let seconds = 0;
    child.on('exit', () => {
      seconds = (performance.now() - start) / 1000;
      clearInterval(poll);
    });
    child.on('error', (error) => {
      clearInterval(poll);
      reject(error);
    });
    child.on('close', (code) => {
      if (code === 0) resolve({ seconds, peakMiB: peak === 0 ? undefined : peak / 1024 });
      else reject(new Error(`exit code ${code}: ${printed.trim()}`));
    });
  });
}

/** High-water marks of a process and of all its living descendants, added up. */
function treeKiB(pid: number): number {
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
