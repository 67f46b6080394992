/** Runs a test file in its own process, for tests of the test tools. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
const VITEST = path.join(ROOT, 'test/node_modules/vitest/vitest.mjs');
const REPORTER = path.join(ROOT, 'test/setup/summary-reporter.ts');
/** Set by an outer run, they would change the inner one. */
const NEUTRAL = { NO_COLOR: '1', PERENNIAL_NO_SKIP: '', TEST_SUMMARY_FILE: '' };

export interface NestedRun {
  readonly status: number | null;
  /** The last line of the standard output. */
  readonly lastLine: string;
  readonly output: string;
}

export function runTestFile(source: string, environment: Record<string, string> = {}): NestedRun {
  // Below the project, so that the file finds vitest.
  mkdirSync(path.join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(path.join(ROOT, '.cache/nested-run-'));
  try {
    writeFileSync(path.join(folder, 'sample.test.ts'), source);
    writeFileSync(path.join(folder, 'vitest.config.ts'), 'export default {};\n');
    const args = [VITEST, 'run', '--root', folder, '--reporter=default', `--reporter=${REPORTER}`];
    const run = spawnSync(process.execPath, args, {
      encoding: 'utf8',
      env: { ...process.env, ...NEUTRAL, ...environment },
    });
    const lastLine = run.stdout.trimEnd().split('\n').at(-1) ?? '';
    return { status: run.status, lastLine, output: run.stdout + run.stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
