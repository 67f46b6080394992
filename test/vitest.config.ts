/** Vitest settings: long time limits, because tests build whole sites. */
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './setup/slowest-first.ts';

export default defineConfig({
  root: path.resolve(import.meta.dirname, '..'),
  // The bundler that loads templates in tests does not read tsconfig.json.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    globalSetup: ['./test/support/scratch-setup.ts'],
    include: ['test/**/*.test.ts'],
    // One process per file: tests may change the working folder and the time zone.
    pool: 'forks',
    // With more, the browsers of a small machine answer too late.
    maxWorkers: 2,
    sequence: { sequencer: SlowestFirst },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: ['default', './test/setup/summary-reporter.ts'],
  },
});
