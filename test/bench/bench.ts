/**
 * Compares whole builds, cold and text only, in alternating runs:
 *
 *     npm run bench -- [--runs 5] [--sizes 733,10050]
 *
 * The posts come from `CORPUS_DIR`, else from the project's own content.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { corpusDir } from '../support/corpus.ts';
import { prepare, type Contestant } from './contestants.ts';
import { measure } from './measure.ts';
import { growthReport, sizeReport, type Result, type SizeResults } from './report.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const { runs, sizes } = readOptions();
const source =
  corpusDir === undefined ? path.join(ROOT, 'test/fixtures/example') : path.join(corpusDir, 'psf');
const folder = mkdtempSync(path.join(tmpdir(), 'perennial-bench-'));
try {
  console.log(
    `Posts from ${source}; medians of ${runs} alternating runs, output removed before each.\n`,
  );
  const all: SizeResults[] = [];
  for (const posts of sizes) {
    const results = await race(posts, prepare(source, posts, path.join(folder, String(posts))));
    all.push({ posts, results });
    console.log(`${sizeReport({ posts, results })}\n`);
  }
  const growth = growthReport(all);
  if (growth !== undefined) console.log(growth);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Every contestant once a round, so that a slow minute of the machine hits all
 * of them. Round 0 brings the files into memory and does not count.
 */
async function race(posts: number, contestants: readonly Contestant[]): Promise<Result[]> {
  const records = contestants.map((contestant) => ({
    contestant,
    note: contestant.missing === undefined ? undefined : `skipped: ${contestant.missing}`,
    pages: 0,
    seconds: new Array<number>(),
    peaksMiB: new Array<number>(),
  }));
  for (let round = 0; round <= runs; round++) {
    for (const record of records) {
      if (record.note !== undefined) continue;
      const { name, output, cache, command } = record.contestant;
      for (const made of [output, cache ?? output]) rmSync(made, { recursive: true, force: true });
      try {
        const { seconds, peakMiB } = await measure(command, ROOT);
        record.pages = countPages(output);
        if (round > 0) record.seconds.push(seconds);
        if (round > 0 && peakMiB !== undefined) record.peaksMiB.push(peakMiB);
        console.error(`${posts} posts, round ${round} of ${runs}: ${name} ${seconds.toFixed(2)} s`);
      } catch (error) {
        record.note = `failed: ${error instanceof Error ? error.message : String(error)}`;
        process.exitCode = 1;
      }
    }
  }
  for (const { contestant } of records) rmSync(contestant.output, { recursive: true, force: true });
  return records.map(({ contestant, note, ...figures }) => ({
    name: contestant.name,
    ...figures,
    ...(note !== undefined && { note }),
  }));
}

/** HTML files, redirects included. */
function countPages(output: string): number {
  return readdirSync(output, { recursive: true }).filter((file) => String(file).endsWith('.html'))
    .length;
}

function readOptions(): { runs: number; sizes: number[] } {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5' },
      sizes: { type: 'string', default: '733,10050' },
    },
  });
  return { runs: positive(values.runs), sizes: values.sizes.split(',').map(positive) };
}

function positive(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  console.error(
    `${text} is not a whole number above zero. Usage: npm run bench -- --runs 5 --sizes 733,10050`,
  );
  process.exit(2);
}
