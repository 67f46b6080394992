/** The bundle and its compiled code. */
import { readdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT, buildSite, built, run, type Outcome } from './support/build-site.ts';
import { copyProject } from './support/project-copy.ts';
import { temporaryFolder, writeFiles } from './support/scratch.ts';

const CACHE = path.join(ROOT, 'node_modules/.cache/perennial');
/** So many that the build changes V8's way with memory. */
const POSTS = 2001;

it('compiles once, for blogs of any size', async () => {
  const content = temporaryFolder();
  writeFiles(content, manyPosts(POSTS));
  built(await buildSite({ content }));
  const kept = newest();
  built(await buildSite({ content }));
  expect(newest()).toEqual(kept);
});

it('compiles again when the project has moved', async () => {
  const project = copyProject();
  expect(await buildIn(project)).toMatchObject({ exitCode: 0 });
  const moved = `${project}-elsewhere`;
  // More posts than one thread works on.
  renameSync(project, moved);
  writeFiles(path.join(moved, 'content'), manyPosts(120));
  expect(await buildIn(moved)).toMatchObject({ exitCode: 0 });
});

/** The compiled code that was written last, and when. */
function newest(): { name: string; written: number } | undefined {
  return readdirSync(CACHE)
    .filter((name) => name.endsWith('.v8'))
    .map((name) => ({ name, written: statSync(path.join(CACHE, name)).mtimeMs }))
    .toSorted((a, b) => b.written - a.written)[0];
}

function buildIn(project: string): Promise<Outcome> {
  const args = ['src/start.mjs', 'build', '--quiet', '--no-cards'];
  return run(process.execPath, args, { cwd: project });
}

function manyPosts(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `posts/post-${index}/index.md`,
      `---\ntitle: Post ${index}\npublishDate: 2024-03-10\n---\nWords.\n`,
    ]),
  );
}
