/** What a build knows of the last output. */
import { rmSync } from 'node:fs';
import { expect, it } from 'vitest';
import { OutputFiles } from '../../src/incremental/output-files.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

it('knows nothing of an output that is gone, as on a host that keeps only the cache', () => {
  const [cache, output] = [temporaryFolder(), folderWith({ 'index.html': '' })];
  const open = (): OutputFiles => new OutputFiles({ cache, output, ownCode: '', isFull: false });
  expect(open().hasLast).toBe(false);
  open().save();
  expect(open().hasLast).toBe(true);
  rmSync(output, { recursive: true });
  expect(open().hasLast).toBe(false);
});
