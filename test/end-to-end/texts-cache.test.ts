/** The cache of texts never changes what is published. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT, buildSite, built, run, type BuiltSite } from '../support/build-site.ts';
import { filesBelow, temporaryFolder, writeFiles } from '../support/scratch.ts';

const POSTS = 120;

function post(day: number, more = ''): string {
  const next = (day + 1) % POSTS;
  return `---
title: Day ${day}
publishDate: '2020-01-01'
tags: [Garden]
---

The bees of day ${day}. See [the next](../day-${next}/), and [its old place](/old/${next}.html).
${more}`;
}

function newBlog(): string {
  const folder = temporaryFolder('content');
  const posts = Array.from({ length: POSTS }, (_, day) => [`posts/day-${day}/index.md`, post(day)]);
  writeFiles(folder, {
    ...Object.fromEntries(posts),
    'site.yaml': 'title: Garden\nurl: https://garden.example\n',
  });
  return folder;
}

const QUICK = ['--no-images', '--no-cards', '--no-search', '--now', '2024-01-01'];

function build(
  content: string,
  cache: string,
  env: Readonly<Record<string, string>> = {},
): Promise<BuiltSite> {
  return buildSite({ content, args: ['--cache', cache, ...QUICK], env });
}

/** What a build says of a place without what others have left. */
async function fresh(content: string): Promise<Map<string, string>> {
  return built(await build(content, temporaryFolder('cache'))).output.fingerprint();
}

describe('a second build', () => {
  const content = newBlog();
  const cache = temporaryFolder('cache');

  beforeAll(async () => {
    built(await build(content, cache));
  });

  it('reuses the posts of the first', () => {
    expect(filesBelow(path.join(cache, 'texts')).length).toBeGreaterThan(10);
  });

  it('builds the same site', async () => {
    expect(built(await build(content, cache)).output.fingerprint()).toEqual(await fresh(content));
  });

  it.each<[string, (folder: string) => void]>([
    [
      'a text is another',
      (folder) => writeFileSync(path.join(folder, 'posts/day-3/index.md'), post(3, 'And wasps.')),
    ],
    [
      'a title is another',
      (folder) => {
        const text = post(4).replace('Day 4', 'The day of the wasps');
        writeFileSync(path.join(folder, 'posts/day-4/index.md'), text);
      },
    ],
    [
      'a post moved, to which another one links',
      (folder) => {
        const text = post(6).replace('tags:', 'legacyUrl: /old/6.html\ntags:');
        writeFileSync(path.join(folder, 'posts/day-6/index.md'), text);
        renameSync(path.join(folder, 'posts/day-6'), path.join(folder, 'posts/day-six'));
      },
    ],
    [
      'all addresses are others',
      (folder) =>
        writeFileSync(
          path.join(folder, 'site.yaml'),
          'title: Garden\nurl: https://garden.example/blog\npermalink: /:slug/\n',
        ),
    ],
    [
      'days begin elsewhere',
      (folder) =>
        writeFileSync(
          path.join(folder, 'site.yaml'),
          'title: Garden\nurl: https://garden.example\ntimeZone: Asia/Tokyo\nlanguage: de\n',
        ),
    ],
    ['a post is gone', (folder) => rmSync(path.join(folder, 'posts/day-9'), { recursive: true })],
  ])('sees that %s', async (_what, change) => {
    change(content);
    const before = await fresh(content);
    const again = built(await build(content, cache));
    expect(again.output.fingerprint()).toEqual(before);
  });

  it('repeats warnings', async () => {
    const folder = newBlog();
    const kept = temporaryFolder('cache');
    const text = post(3, '![A bee](bee.jpg)').replace('tags: [Garden]', 'colour: red');
    writeFileSync(path.join(folder, 'posts/day-3/index.md'), text);
    const first = await build(folder, kept);
    const second = await build(folder, kept);
    expect(first.stderr).toContain('bee.jpg');
    expect(first.stderr).toContain('colour');
    expect(second.stderr).toBe(first.stderr);
  });

  it('formats dates of an unknown language the same on every machine', async () => {
    const folder = newBlog();
    const latin = 'title: Hortus\nurl: https://garden.example\nlanguage: la\n';
    writeFileSync(path.join(folder, 'site.yaml'), latin);
    const on = (language: string) =>
      build(folder, temporaryFolder('cache'), { LC_ALL: `${language}.UTF-8` });
    const english = built(await on('en_US'));
    const german = built(await on('de_DE'));
    expect(german.output.fingerprint()).toEqual(english.output.fingerprint());
  });

  it('builds the same site with a damaged or shared cache', async () => {
    const whole = await fresh(content);
    for (const [index, file] of filesBelow(cache).entries()) {
      const bytes = readFileSync(file);
      const at = (index * 7919) % bytes.length;
      bytes[at] = (bytes[at] ?? 0) ^ 1;
      writeFileSync(file, index % 3 === 0 ? bytes.subarray(0, at) : bytes);
    }
    const pair = await Promise.all([build(content, cache), build(content, cache)]);
    for (const one of pair) expect(built(one).output.fingerprint()).toEqual(whole);
    expect(built(await build(content, cache)).output.fingerprint()).toEqual(whole);
  });
});

it('a second check reports the same, whatever is cached', async () => {
  const folder = newBlog();
  const kept = ['--cache', temporaryFolder('cache')];
  const args = ['src/start.mjs', 'check', '--content', folder, '--now', '2024-01-01', ...kept];
  const first = await run(process.execPath, args, { cwd: ROOT });
  writeFileSync(path.join(folder, 'posts/day-5/index.md'), post(5, '[Nowhere](../nowhere/)'));
  const second = await run(process.execPath, args, { cwd: ROOT });
  const third = await run(process.execPath, args, { cwd: ROOT });
  expect(first.stderr).not.toContain('nowhere');
  expect(second.stderr).toContain('nowhere');
  expect(third.stderr).toBe(second.stderr);
});
