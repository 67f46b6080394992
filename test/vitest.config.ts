/** Vitest settings: long time limits, because tests build whole sites. */
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './setup/slowest-first.ts';

/** Tests that replace a library, or what a process has for itself. */
const OWN_PROCESS = [
  'test/dev/editor-api/write-files.test.ts',
  'test/dev/unreported-changes.test.ts',
  'test/markdown/failures.test.ts',
  'test/outputs/feeds/subscriber.test.ts',
  'test/support/programs.test.ts',
];

/** Processes at once: most wait a lot, and a machine of two processors is busy with three. */
const WORKERS = 3;

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  // The bundler that loads templates in tests does not read tsconfig.json.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    globalSetup: ['./test/support/scratch-setup.ts'],
    projects: [
      // Loads the program once per process, and not once per file.
      {
        extends: true,
        test: {
          name: 'shared',
          include: ['test/**/*.test.ts'],
          exclude: ['**/node_modules/**', ...OWN_PROCESS],
          isolate: false,
          maxWorkers: WORKERS,
        },
      },
      {
        extends: true,
        test: { name: 'own process', include: OWN_PROCESS, maxWorkers: WORKERS },
      },
    ],
    pool: 'forks',
    sequence: { sequencer: SlowestFirst },
    // A busy machine answers a browser too late now and then. The summary names each test that failed at first.
    retry: process.env['CI'] === undefined ? 0 : 1,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 20_000 } },
    reporters: ['default', './test/setup/summary-reporter.ts'],
  },
});
