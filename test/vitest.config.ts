/** Vitest settings: long time limits, because tests build whole sites. */
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './setup/slowest-first.ts';

/**
 * Tests of functions, which change neither the working folder nor the environment;
 * `failures.test.ts` replaces a library, so it needs a process of its own.
 */
const UNITS =
  'test/{addresses,audit,content,feed-ids,lib,markdown,report,site}/**/!(failures).test.ts';

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  // The bundler that loads templates in tests does not read tsconfig.json.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    globalSetup: ['./test/support/scratch-setup.ts'],
    projects: [
      // Loads the program once per process, and not once per file.
      { extends: true, test: { name: 'units', include: [UNITS], isolate: false } },
      // One process per file: tests may change the working folder and the time zone.
      {
        extends: true,
        test: {
          name: 'sites',
          include: ['test/**/*.test.ts'],
          exclude: ['**/node_modules/**', UNITS],
        },
      },
    ],
    pool: 'forks',
    // With more, the browsers of a small machine answer too late.
    maxWorkers: 2,
    sequence: { sequencer: SlowestFirst },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: ['default', './test/setup/summary-reporter.ts'],
  },
});
