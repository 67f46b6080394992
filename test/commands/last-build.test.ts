/** What a build may use of the last one. */
import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openFiles } from '../../src/commands/last-build.ts';
import type { OutputFiles } from '../../src/incremental/output-files.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

it('neither reuses nor records files when the output is gone, as on a host that keeps the cache alone', () => {
  const [cache, output] = [temporaryFolder(), folderWith({ 'index.html': '' })];
  const open = (full = false): OutputFiles | undefined => openFiles({ cache, output, full }, {});
  expect(open()?.hasLast).toBe(false);
  open()?.save();
  expect(open()?.hasLast).toBe(true);
  rmSync(output, { recursive: true });
  expect(open()).toBeUndefined();
  expect(open(true)?.hasLast).toBe(false);
});
