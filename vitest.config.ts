/** How the tests run: whole builds need time, and two at once fill a small machine. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // As tsconfig.json has it, said again for the bundler that loads the templates in tests.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    globalSetup: ['./test/support/scratch-setup.ts'],
    include: ['test/**/*.test.ts'],
    // A process for each file: tests may change the working folder and the time zone.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    reporters: ['default', './test/setup/summary-reporter.ts'],
  },
});
