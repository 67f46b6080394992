/** Bodies that are larger than any page may be. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { importBlog } from '../../src/import/import.ts';
import type { ImportedItem } from '../../src/import/model.ts';
import type { ImportResult } from '../../src/import/result.ts';
import { run } from '../support/build-site.ts';
import {
  importedComment,
  importedEntry,
  memoryBlog,
  memoryPictures,
} from '../support/memory-blog.ts';
import { filesBelow, folderWith, temporaryFolder } from '../support/scratch.ts';
import { feedOf } from '../support/takeout.ts';

interface Imported {
  readonly result: ImportResult;
  readonly contentDir: string;
}

async function imported(...items: readonly ImportedItem[]): Promise<Imported> {
  const contentDir = path.join(temporaryFolder(), 'content');
  const flags = { dryRun: false, force: false, onlyImages: false };
  const blog = memoryBlog(items);
  const result = await importBlog(blog, { contentDir, pictures: memoryPictures(), ...flags });
  return { result, contentDir };
}

const LONG = '<p>Many words.</p>'.repeat(300_000);

it.each([
  ['is long', LONG],
  ['has many tags', '<b></b>'.repeat(250_000)],
])('a body that %s stays as it is', async (_, html) => {
  const { result, contentDir } = await imported(
    importedEntry({ html }),
    importedEntry({ slug: 'lilies', html: '<p>Few <b>words</b>.</p>' }),
  );
  expect([...result.changes]).toMatchObject([
    { reason: 'the whole text, as it was, because it is too large to convert' },
  ]);
  const read = (slug: string): string =>
    readFileSync(path.join(contentDir, `posts/${slug}/index.md`), 'utf8');
  expect(read('roses').includes(html)).toBe(true);
  expect(read('lilies')).toContain('Few **words**.');
});

it('a body may have large pictures in it', async () => {
  const html = `<p>Few <b>words</b>.</p><img src="data:image/png;base64,${'A'.repeat(6_000_000)}">`;
  const { result } = await imported(importedEntry({ html }));
  expect(result.changes).toHaveLength(0);
});

it('a comment is left out', async () => {
  const { result, contentDir } = await imported(
    importedEntry(),
    importedComment({ id: '1', html: LONG }),
    importedComment({ id: '2', html: '<p>Few words.</p>' }),
  );
  expect(result.counts.comment).toBe(1);
  expect([...result.omissions]).toMatchObject([
    { reason: 'comments of more than 100000 characters', what: 'comment by Ada' },
  ]);
  expect(filesBelow(contentDir)).toContain(path.join(contentDir, 'posts/roses/comments.yaml'));
});

/** Of V8's heap. */
const MEGABYTES = 250;

it('takes a few times its size of memory', async () => {
  const html = '<p>One <b>of</b> many.</p>'.repeat(1_000_000);
  const post = { title: 'Roses', html, filename: '/2024/05/roses.html' };
  const markdown = `---\ntitle: A\n---\n${'Words *and* [more](/a/) words. '.repeat(800_000)}`;
  const takeout = folderWith({ 'feed.atom': feedOf([{ number: 1, ...post }]) });
  const jekyll = folderWith({ '_config.yml': 'title: G\n', '_posts/2024-05-01-a.md': markdown });
  for (const source of [takeout, jekyll]) {
    const content = path.join(temporaryFolder(), 'content');
    const { exitCode, stdout } = await run(process.execPath, [
      ...[`--max-old-space-size=${MEGABYTES}`, 'src/start.mjs'],
      ...['import', source, '--content', content, '--no-download'],
    ]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('because it is too large to convert');
  }
});
