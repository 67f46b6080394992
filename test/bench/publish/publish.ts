/**
 * Measures what continuous integration does after a push: clone, restore the
 * caches, install, build. Each round edits one post and commits it.
 *
 *     npm run bench:publish -- [--posts 733] [--runs 3] [--only clone,eleventy] [--text-only]
 *
 * The posts come from `CORPUS_DIR`, else from the project's own content.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { corpusDir } from '../../support/corpus.ts';
import { EXAMPLE } from '../../support/build-site.ts';
import { oneOf, positive } from '../options.ts';
import { createBlog, KEYS, YARDSTICK } from './blogs.ts';
import { publishBlogs } from './publish-blogs.ts';
import { publishReport } from './publish-report.ts';

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '733' },
    runs: { type: 'string', default: '3' },
    only: { type: 'string', default: KEYS.join(',') },
    'text-only': { type: 'boolean', default: false },
  },
});
const posts = positive(values.posts);
const runs = positive(values.runs);
const keys = values.only.split(',').map((text) => oneOf(KEYS, text));
const source = corpusDir === undefined ? EXAMPLE : path.join(corpusDir, 'psf');
const folder = mkdtempSync(path.join(tmpdir(), 'perennial-publish-'));
try {
  console.log(`${posts} posts from ${source}; seconds, medians of ${runs} alternating runs.\n`);
  const options = { source, posts, images: !values['text-only'], folder };
  const blogs = keys.map((key) => createBlog(key, options));
  const rows = await publishBlogs(blogs, runs, folder, (line) => console.error(line));
  console.log(publishReport(rows, YARDSTICK));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
