/**
 * Compares whole builds, text only, in alternating runs:
 *
 *     npm run bench -- [--runs 5] [--sizes 733,10050] [--only cold,hugo-equal] [--package]
 *
 * The posts come from `CORPUS_DIR`, else from the project's own content. With `--package`, the program is installed as
 * in a blog of its own; otherwise it is this clone.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { corpusDir } from '../support/corpus.ts';
import ours from '../../package.json' with { type: 'json' };
import { createPackageBlog } from './package-blog.ts';
import { KEYS, prepare } from './contestants.ts';
import { oneOf, positive } from './options.ts';
import { race } from './race.ts';
import { growthReport, sizeReport, type SizeResults } from './report.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    sizes: { type: 'string', default: '733,10050' },
    only: { type: 'string', default: KEYS.join(',') },
    package: { type: 'boolean', default: false },
  },
});
const runs = positive(values.runs);
const sizes = values.sizes.split(',').map(positive);
const keys = values.only.split(',').map((text) => oneOf(KEYS, text));
const source =
  corpusDir === undefined ? path.join(ROOT, 'test/fixtures/example') : path.join(corpusDir, 'psf');
const folder = mkdtempSync(path.join(tmpdir(), 'perennial-bench-'));
try {
  const blog = values.package ? path.join(folder, 'blog') : ROOT;
  if (values.package) createPackageBlog(blog);
  const program = values.package ? path.join(blog, 'node_modules', ours.name) : ROOT;
  console.log(`Posts from ${source}; medians of ${runs} alternating runs.\n`);
  const all: SizeResults[] = [];
  for (const posts of sizes) {
    const own = path.join(folder, String(posts));
    const contestants = prepare(source, posts, own, runs + 1, program);
    const chosen = keys.map((key) => contestants[key]);
    const results = await race(chosen, runs, blog, (line) =>
      console.error(`${posts} posts, ${line}`),
    );
    rmSync(own, { recursive: true });
    all.push({ posts, results });
    console.log(`${sizeReport({ posts, results })}\n`);
  }
  const growth = growthReport(all);
  if (growth !== undefined) console.log(growth);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
