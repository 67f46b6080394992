/**
 * Measures time and memory of an import of a large Takeout:
 *
 *     npm run bench:import -- [--entries 28000] [--megabytes 500] [--dry-run]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { makeLargeTakeout } from './large-takeout.ts';
import { measure } from './measure.ts';

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '28000' },
    megabytes: { type: 'string', default: '500' },
    'dry-run': { type: 'boolean', default: false },
  },
});
const folder = mkdtempSync(path.join(tmpdir(), 'perennial-bench-import-'));
try {
  makeLargeTakeout(folder, Number(values.entries), Number(values.megabytes) * 1e6);
  // The first run after a change bundles the sources, which takes more memory than an import.
  await measure([process.execPath, 'src/start.mjs', 'import', '--help'], process.cwd());
  const { seconds, peakMiB } = await measure(
    [
      ...[process.execPath, 'src/start.mjs', 'import', folder, '--no-download'],
      ...['--content', path.join(folder, 'content'), ...(values['dry-run'] ? ['--dry-run'] : [])],
    ],
    process.cwd(),
  );
  console.log(
    `${values.entries} entries, ${values.megabytes} MB: ${seconds.toFixed(0)} s, ${peakMiB?.toFixed(0) ?? '?'} MiB`,
  );
} finally {
  rmSync(folder, { recursive: true });
}
