/** Vitest settings: long time limits, because tests build whole sites. */
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './setup/slowest-first.ts';

/** Folders with tests of functions, which change neither the working folder nor the environment. */
const FUNCTIONS = [
  ...['addresses', 'audit', 'content', 'feed-ids', 'import', 'lib', 'markdown', 'report', 'site'],
  'templates',
  ...['outputs/feeds', 'outputs/images', 'outputs/search', 'outputs/social-images'],
];
/** Two tests need a process of their own: one replaces a library, the other shares the site of the corpus. */
const UNITS = `test/{${FUNCTIONS.join(',')}}/**/!(failures|subscriber).test.ts`;

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
          name: 'units',
          include: [UNITS],
          isolate: false,
          maxWorkers: WORKERS,
        },
      },
      // One process per file: tests may change the working folder and the time zone.
      {
        extends: true,
        test: {
          name: 'sites',
          include: ['test/**/*.test.ts'],
          exclude: ['**/node_modules/**', UNITS],
          maxWorkers: WORKERS,
        },
      },
    ],
    pool: 'forks',
    sequence: { sequencer: SlowestFirst },
    // A busy machine answers a browser too late now and then. The summary names each test that failed at first.
    retry: process.env['CI'] === undefined ? 0 : 1,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: ['default', './test/setup/summary-reporter.ts'],
  },
});
