/** The bundle that the command line runs from, and what V8 compiled of it. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT, buildSite, built } from './support/build-site.ts';
import { folderWith } from './support/scratch.ts';

const CACHE = path.join(ROOT, 'node_modules/.cache/perennial');
/** So many that the build changes V8's way with memory. */
const POSTS = 2001;

it('is compiled once, however large the blogs are that it builds', async () => {
  const post = '---\ntitle: A post\npublishDate: 2024-03-10\n---\nWords.\n';
  const content = folderWith(
    Object.fromEntries(
      Array.from({ length: POSTS }, (_, index) => [`posts/post-${index}/index.md`, post]),
    ),
  );
  built(await buildSite({ content }));
  const kept = newest();
  built(await buildSite({ content }));
  expect(newest()).toEqual(kept);
});

/** The compiled code that was written last, and when. */
function newest(): { name: string; written: number } | undefined {
  return readdirSync(CACHE)
    .filter((name) => name.endsWith('.v8'))
    .map((name) => ({ name, written: statSync(path.join(CACHE, name)).mtimeMs }))
    .toSorted((a, b) => b.written - a.written)[0];
}
