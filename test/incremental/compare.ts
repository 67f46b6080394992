/**
 * Compares builds on top of the last one with full builds, after each of many random edits:
 *
 *     npm run edits -- [--edits 1000] [--seed 1] [--whole]
 *
 * `--whole` compares cards and search too, which takes longer.
 * The exit code is 1 if any differ.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compareBuilds } from './compare-builds.ts';

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    whole: { type: 'boolean', default: false },
  },
});
const folder = mkdtempSync(path.join(tmpdir(), 'perennial-edits-'));
try {
  const { whole: isWhole } = values;
  const options = { folder, seed: Number(values.seed), edits: Number(values.edits), isWhole };
  const { differences, failed } = await compareBuilds(options, (line) => console.log(line));
  console.log(
    `${values.edits} edits: ${differences.length} differences; after ${failed} there was nothing to publish.`,
  );
  process.exitCode = differences.length === 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
