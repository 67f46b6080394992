/** Blogs published in alternating rounds, with builds of one line instead of generators. */
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { temporaryFolder, writeFiles } from '../../support/scratch.ts';
import type { Blog } from './blogs.ts';
import { publishBlogs } from './publish-blogs.ts';
import { createRepository } from './repository.ts';

const exitCode = process.exitCode;

afterEach(() => {
  process.exitCode = exitCode;
});

it('publishes each edit, from an empty cache and from that of the run before', async () => {
  const { folder, blog, log } = madeBlog(
    'cat posts/*/index.md | tail -n 1; cat .cache/runs; mkdir -p .cache _site; echo run >>.cache/runs; touch _site/index.html',
  );
  const rows = await publishBlogs([{ ...blog, caches: ['.cache'] }], 2, folder, () => {});
  expect(log()).toEqual([
    // From an empty cache, and from a kept one, which is empty at first.
    ...['A paragraph of round 0.', 'A paragraph of round 0.'],
    ...['A paragraph of round 1.', 'A paragraph of round 1.', 'run'],
    ...['A paragraph of round 2.', 'A paragraph of round 2.', 'run', 'run'],
  ]);
  expect(rows.map(({ cache, note, runs }) => [cache, note, runs.length])).toEqual([
    ['empty', undefined, 2],
    ['kept', undefined, 2],
  ]);
});

it('runs a build that fails, or builds no home page, only once', async () => {
  const failing = madeBlog('echo "no template" >&2; exit 1');
  const empty = madeBlog('true');
  const rows = [
    ...(await publishBlogs([failing.blog], 2, failing.folder, () => {})),
    ...(await publishBlogs([empty.blog], 2, empty.folder, () => {})),
  ];
  expect(rows.map(({ cache, note, runs }) => [cache, note, runs.length])).toEqual([
    ['none', expect.stringContaining('no template'), 0],
    ['none', expect.stringContaining('no home page'), 0],
  ]);
  expect(process.exitCode).toBe(1);
});

/** The build's standard output becomes a log. */
function madeBlog(script: string): { folder: string; blog: Blog; log: () => string[] } {
  const folder = temporaryFolder();
  const repository = path.join(folder, 'blog');
  mkdirSync(repository);
  writeFiles(repository, { 'posts/roses/index.md': 'Text.\n' });
  createRepository(repository);
  const file = path.join(folder, 'log');
  const build = ['sh', '-c', `{ ${script}; } >>'${file}'`];
  return {
    folder,
    blog: {
      ...{ name: 'A blog', work: 'text only', repository, posts: 'posts' },
      ...{ install: undefined, caches: [], build },
    },
    log: () => readFileSync(file, 'utf8').trim().split('\n'),
  };
}
