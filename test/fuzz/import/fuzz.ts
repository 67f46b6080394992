/**
 * Imports damaged exports until the cases or the minutes are used up:
 *
 *     npm run fuzz:import -- [--cases 20000] [--seed 1] [--minutes 30] [--from 0] [--save FOLDER]
 *
 * Every kind of finding is printed once. `--save` writes the files of the first case into a folder. The exit
 * code is 1 if there is any finding.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { filesAt, importCampaign } from './campaign.ts';

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '30' },
    from: { type: 'string', default: '0' },
    save: { type: 'string' },
  },
});
const [cases, seed, minutes, from] = [values.cases, values.seed, values.minutes, values.from].map(
  Number,
);
if (values.save !== undefined)
  for (const [name, bytes] of Object.entries(filesAt(seed ?? 1, from ?? 0))) {
    const file = path.join(values.save, path.normalize(`/${name}`));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
const folder = mkdtempSync(path.join(tmpdir(), 'fuzz-import-'));
try {
  const report = await importCampaign({
    cases: cases ?? 0,
    seed: seed ?? 1,
    from: from ?? 0,
    milliseconds: (minutes ?? 0) * 60_000,
    folder,
    found: ({ fault, number }) => console.log(`FINDING ${fault}\n  case ${number}, seed ${seed}`),
  });
  console.log(
    `${report.cases} cases, ${report.imported} imported, ${report.findings.length} findings`,
  );
  process.exitCode = report.findings.length > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
