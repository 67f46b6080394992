/** Vitest settings: long time limits, because tests build whole sites. */
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './setup/slowest-first.ts';

/** Folders with tests of functions, which change neither the working folder nor the environment. */
const FUNCTIONS = [
  ...['addresses', 'audit', 'content', 'feed-ids', 'import', 'lib', 'markdown', 'report', 'site'],
  ...['outputs/feeds', 'outputs/images', 'outputs/search', 'outputs/social-images'],
];
/** Two tests need a process of their own: one replaces a library, the other shares the site of the corpus. */
const UNITS = `test/{${FUNCTIONS.join(',')}}/**/!(failures|subscriber).test.ts`;

/** They keep the processors of a small machine busy, and answer too late when more run at once. */
const BROWSERS = ['test/browser/**/*.test.ts', 'test/corpus/images.test.ts'];

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  // The bundler that loads templates in tests does not read tsconfig.json.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    globalSetup: ['./test/support/scratch-setup.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'browsers', include: BROWSERS, maxWorkers: 2, sequence: { groupOrder: 0 } },
      },
      // Loads the program once per process, and not once per file.
      {
        extends: true,
        test: {
          name: 'units',
          include: [UNITS],
          isolate: false,
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
      // One process per file: tests may change the working folder and the time zone. They wait a lot.
      {
        extends: true,
        test: {
          name: 'sites',
          include: ['test/**/*.test.ts'],
          exclude: ['**/node_modules/**', UNITS, ...BROWSERS],
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
        },
      },
    ],
    pool: 'forks',
    sequence: { sequencer: SlowestFirst },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: ['default', './test/setup/summary-reporter.ts'],
  },
});
