/** Runs the preview. */
import { spawn, type ChildProcess } from 'node:child_process';
import { ROOT, cleanEnvironment } from './build-site.ts';

export interface PreviewOptions {
  /** The project's folder. */
  readonly project?: string;
  readonly args?: readonly string[];
  /** Added to the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Whether to wait for the first build. Default: true. */
  readonly isBuilt?: boolean;
}

/** A preview that has been started. */
export class RunningPreview {
  /** Address of the home page. */
  readonly url: string;
  /** Milliseconds until it said that it was ready. */
  readonly startedIn: number;
  readonly #child: ChildProcess;
  readonly #said: () => string;

  constructor(child: ChildProcess, url: string, startedIn: number, said: () => string) {
    this.#child = child;
    this.url = url;
    this.startedIn = startedIn;
    this.#said = said;
  }

  /** All that it printed so far, problems included. */
  get said(): string {
    return this.#said();
  }

  /** Ends it and gives its exit code, `null` when it had to be killed. */
  stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    const { exitCode } = this.#child;
    if (exitCode !== null) return Promise.resolve(exitCode);
    return new Promise((resolve) => {
      const late = setTimeout(() => this.#child.kill('SIGKILL'), 20_000);
      this.#child.once('close', (code) => {
        clearTimeout(late);
        resolve(code);
      });
      this.#child.kill(signal);
    });
  }
}

/** Starts a preview. */
export function startPreview({
  project = ROOT,
  args = [],
  env = {},
  isBuilt = true,
}: PreviewOptions): Promise<RunningPreview> {
  const started = performance.now();
  const child = spawn(process.execPath, ['src/start.mjs', 'dev', ...args], {
    cwd: project,
    env: { ...cleanEnvironment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (text: string): void => {
      said += text;
      const url = /^Preview on (\S+)/m.exec(said)?.[1];
      if (url === undefined) return;
      const running = new RunningPreview(child, url, performance.now() - started, () => said);
      // It answers after the first build.
      const built = isBuilt ? fetch(new URL('/.perennial/state', url)) : Promise.resolve();
      built.then(() => resolve(running), reject);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.on('error', reject);
    child.on('close', (code) => reject(new Error(`The preview ended (${code}):\n${said}`)));
  });
}
