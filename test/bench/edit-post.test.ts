/** Edits of the benchmark. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder, writeFiles } from '../support/scratch.ts';
import { editPost } from './edit-post.ts';

it('edits another post in each round, and no file beside the posts', () => {
  const folder = temporaryFolder();
  const slugs = ['a', 'b', 'c', 'd', 'e', 'f'];
  writeFiles(folder, Object.fromEntries(slugs.map((slug) => [`${slug}/index.md`, 'Text.\n'])));
  writeFiles(folder, { '_posts.json': '{}' });
  for (const round of [0, 1, 2]) editPost(folder, round, 3);
  const texts = slugs.map((slug) => readFileSync(path.join(folder, slug, 'index.md'), 'utf8'));
  expect(texts.map((text) => text.replace('Text.\n', '').trim())).toEqual([
    ...['A paragraph of round 0.', ''],
    ...['A paragraph of round 1.', ''],
    ...['A paragraph of round 2.', ''],
  ]);
});
