/** Measures time and peak memory of a command. */
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { secondsOfEndedChildren, treeKiB } from './processes.ts';

export interface Measurement {
  readonly seconds: number;
  /** Processor time, user and system, of the command and all its children; absent without /proc. */
  readonly processorSeconds: number | undefined;
  /** Memory of the command and all its children at its highest; absent without /proc. */
  readonly peakMiB: number | undefined;
}

const POLL_MS = 20;

/** Measures one command at a time. Rejects, with the end of what it printed, when the command fails. */
export function measure(
  command: readonly string[],
  folder: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Measurement> {
  const [program = '', ...args] = command;
  return new Promise((resolve, reject) => {
    const before = secondsOfEndedChildren();
    const start = performance.now();
    const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
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
      const after = secondsOfEndedChildren();
      const processorSeconds =
        before === undefined || after === undefined ? undefined : after - before;
      const peakMiB = peak === 0 ? undefined : peak / 1024;
      if (code === 0) resolve({ seconds, processorSeconds, peakMiB });
      else reject(new Error(`exit code ${code}: ${printed.trim()}`));
    });
  });
}
