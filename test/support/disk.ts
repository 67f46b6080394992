/** A small in-memory disk for programs started on it, removed after the test. */
import { spawn, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it, onTestFinished } from 'vitest';
import { ROOT, run, type Outcome } from './build-site.ts';
import { describeWith } from './describe-with.ts';
import { required } from './required.ts';
import { temporaryFolder } from './scratch.ts';

/** A person who is not root may mount in a world of their own, where they are. */
const OWN_WORLD = ['--mount', ...(isRoot() ? [] : ['--map-root-user'])];
const ENTERED_WORLD = ['--mount', ...(isRoot() ? [] : ['--user', '--preserve-credentials'])];

/** A group of tests that need leave to mount a disk; without it one test is skipped by name. */
export function describeWithDisks(title: string, body: () => void): void {
  describeWith(['unshare'], title, (unshare) => {
    const trial = [...OWN_WORLD, 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()];
    if (spawnSync(unshare, trial).status === 0) describe('on a disk of its own', body);
    else it.skipIf(true)('this machine does not let disks be mounted', () => {});
  });
}

export class Disk {
  /** Where the programs that run on it find it. */
  readonly folder: string;
  /** Where everybody else finds the same files. */
  readonly seen: string;
  readonly #keeper: number;

  private constructor(folder: string, keeper: number) {
    this.folder = folder;
    this.seen = path.join(`/proc/${keeper}/root`, folder);
    this.#keeper = keeper;
  }

  /** @param size in bytes, or with a unit such as `1m` */
  static async mount(size: string): Promise<Disk> {
    const folder = temporaryFolder('disk');
    const script = 'mount -t tmpfs -o size="$0" tmpfs "$1" && echo mounted && exec cat';
    const keeper = spawn('unshare', [...OWN_WORLD, 'sh', '-c', script, size, folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    onTestFinished(() => {
      keeper.stdin.end();
    });
    await new Promise((resolve, reject) => {
      keeper.stdout.once('data', resolve);
      keeper.once('exit', () => reject(new Error('The disk could not be mounted.')));
    });
    return new Disk(folder, required(keeper.pid));
  }

  /** Runs a program to its end, in the project's folder. */
  run(program: string, args: readonly string[]): Promise<Outcome> {
    const entry = ['--target', String(this.#keeper), ...ENTERED_WORLD];
    const script = 'cd "$0" && exec "$@"';
    return run('nsenter', [...entry, 'sh', '-c', script, ROOT, program, ...args]);
  }

  /** Mounts with these arguments, which must succeed. */
  async remount(...args: string[]): Promise<void> {
    const { exitCode, stderr } = await this.run('mount', args);
    if (exitCode !== 0) throw new Error(stderr);
  }
}

/** Whether permissions of files bind nobody. */
export function isRoot(): boolean {
  return process.getuid?.() === 0;
}
