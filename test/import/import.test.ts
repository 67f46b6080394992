/** A blog from its export to the content folder. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { importWords } from '../../src/commands/import-words.ts';
import { importBlog, type ImportOptions } from '../../src/import/import.ts';
import type { Blog, ImportedItem } from '../../src/import/model.ts';
import type { ImportResult } from '../../src/import/result.ts';
import {
  importedComment,
  importedEntry,
  memoryBlog,
  memoryPictures,
} from '../support/memory-blog.ts';
import { memoryFile } from '../support/memory-source.ts';
import { filesBelow, temporaryFolder, writeFiles } from '../support/scratch.ts';

let folder: string;

beforeEach(() => {
  folder = path.join(temporaryFolder(), 'content');
});

function run(blog: Blog | readonly ImportedItem[], options: Partial<ImportOptions> = {}) {
  return importBlog('items' in blog ? blog : memoryBlog(blog), {
    contentDir: folder,
    pictures: memoryPictures(),
    dryRun: false,
    force: false,
    onlyImages: false,
    ...options,
  });
}

function read(file: string): string {
  return readFileSync(path.join(folder, file), 'utf8');
}

/** Paths below the content folder. */
function files(): string[] {
  return filesBelow(folder)
    .map((file) => path.relative(folder, file))
    .toSorted();
}

/** Every file but the ledger, with its text. */
function contents(): Record<string, string> {
  return Object.fromEntries(
    files()
      .filter((file) => file !== '.import.json')
      .map((file) => [file, read(file)]),
  );
}

function reasons({ omissions }: ImportResult): string[] {
  return Array.from(omissions, ({ reason, what }) => `${reason}: ${what}`);
}

/** What happened to posts and pages. */
function effects(result: ImportResult): Record<string, number> {
  return Object.fromEntries(result.effects);
}

it('writes a whole blog', async () => {
  const result = await run(
    memoryBlog(
      [
        importedComment({
          ...{ id: '2', replyTo: '1', author: '', published: '2011-05-08T10:00:00Z' },
          html: 'Thanks<br>a lot.',
        }),
        importedEntry({
          tags: ['Flowers'],
          authors: ['Ada Example'],
          html: '<p>See <a href="http://garden.blogspot.de/p/about.html?m=1#who">me</a> and <img src="https://x.example/rose.jpg" alt="A rose"></p>',
        }),
        importedEntry({
          type: 'page',
          id: 'about',
          title: 'About',
          slug: 'about',
          legacyUrls: ['/p/about.html'],
          html: '<p><a href="/2011/05/roses.html">Roses</a> <img src="me.png" alt="Me"></p>',
        }),
        importedEntry({
          id: 'draft',
          slug: undefined,
          title: 'Tulips',
          status: 'draft',
          legacyUrls: [],
        }),
        importedEntry({ id: 'gone', slug: 'gone', status: 'trashed' }),
        importedComment({ id: '1' }),
        {
          type: 'author',
          name: 'Ada Example',
          bio: 'Gardener',
          url: 'https://ada.example/',
          legacyUrls: [],
        },
        { type: 'author', name: 'Somebody else', legacyUrls: [] },
        {
          type: 'tag',
          name: 'Flowers',
          description: 'All of them',
          legacyUrls: ['/category/flowers/'],
        },
        { type: 'tag', name: 'Unused', legacyUrls: ['/category/unused/'] },
        { type: 'redirect', from: '/old-home/', to: '/' },
        { type: 'redirect', from: '/rosen/', to: '/2011/05/roses.html' },
        { type: 'redirect', from: '/shop/', to: 'https://shop.example/' },
        {
          type: 'left-out',
          place: { file: 'feed.atom' },
          reason: 'comments marked as spam',
          what: 'Buy',
        },
      ],
      {
        facts: {
          title: 'My: garden',
          language: 'de',
          legacy: 'blogger',
          url: 'https://garden.blogspot.com/',
        },
      },
    ),
    { pictures: memoryPictures({ 'rose.jpg': 'ROSE', 'me.png': 'ME' }) },
  );
  expect(files()).toEqual([
    '.import.json',
    'authors/ada-example.json',
    'pages/about.md',
    'pages/about/me.png',
    'posts/roses/comments.yaml',
    'posts/roses/index.md',
    'posts/roses/rose.jpg',
    'posts/tulips/index.md',
    'redirects.yaml',
    'site.yaml',
    'tags.yaml',
  ]);
  expect(read('posts/roses/index.md')).toBe(`---
title: Roses
publishDate: 2011-05-06T12:00:00+02:00
author: Ada Example
tags: [Flowers]
legacyUrl: [/2011/05/roses.html, /rosen/]
---

See [me](/about/#who) and ![A rose](rose.jpg)
`);
  expect(read('pages/about.md')).toBe(`---
title: About
legacyUrl: /p/about.html
---

[Roses](../roses/) ![Me](about/me.png)
`);
  expect(read('posts/tulips/index.md')).toContain('published: false\n');
  expect(read('posts/roses/comments.yaml')).toBe(`comments:
  - id: c1
    author: Ada
    date: 2011-05-07T12:00:00+02:00
    text: Lovely.
  - id: c2
    date: 2011-05-08T12:00:00+02:00
    replyTo: c1
    text: |-
      Thanks\\
      a lot.
`);
  expect(read('tags.yaml')).toBe(
    'Flowers: {description: All of them, legacyUrl: [/category/flowers/]}\n',
  );
  expect(read('redirects.yaml')).toBe('redirects:\n  - {from: /old-home/, to: /}\n');
  expect(JSON.parse(read('authors/ada-example.json'))).toEqual({
    name: 'Ada Example',
    bio: 'Gardener',
    website: 'https://ada.example/',
  });
  expect(read('site.yaml')).toContain("title: 'My: garden'\n");
  expect(read('site.yaml')).toContain('legacyHosts: [garden.blogspot.com]\nlegacy: blogger\n');
  expect(result.counts).toEqual({
    ...{ post: 2, page: 1, comment: 2, picture: 2, author: 1, tag: 1, redirect: 1 },
  });
  expect(Object.fromEntries(result.unpublished)).toEqual({ draft: 1 });
  expect(reasons(result)).toEqual([
    'posts in the trash: Roses',
    'comments marked as spam: Buy',
    'redirects to other sites: /shop/ to https://shop.example/',
  ]);
  expect(result.kept).toEqual([]);
});

describe('a second import', () => {
  const roses = importedEntry({
    html: '<p><img src="https://x.example/rose.jpg" alt="A rose"></p>',
  });
  const tulips = importedEntry({ slug: 'tulips', title: 'Tulips' });
  const items = [roses, tulips, importedComment()];
  const withPictures = { pictures: memoryPictures({ 'rose.jpg': 'ROSE' }) };

  beforeEach(async () => {
    await run(items, withPictures);
  });

  it('changes nothing if the export is the same', async () => {
    const before = [contents(), read('.import.json')];
    expect(effects(await run(items, withPictures))).toEqual({ unchanged: 2 });
    expect([contents(), read('.import.json')]).toEqual(before);
  });

  it('adds what is new and updates what has changed', async () => {
    const result = await run(
      [
        { ...roses, title: 'Red roses' },
        tulips,
        importedEntry({
          id: 'new',
          slug: 'roses',
          published: '2009-05-06T10:00:00Z',
          legacyUrls: [],
        }),
        importedComment(),
        importedComment({ id: '2', entry: 'tulips' }),
      ],
      withPictures,
    );
    expect(effects(result)).toEqual({ updated: 1, unchanged: 1, added: 1 });
    expect(read('posts/roses/index.md')).toContain('title: Red roses\n');
    // The name of the older import stays, although the new post is older.
    expect(read('posts/roses-2009/index.md')).toContain('title: Roses\n');
    expect(read('posts/tulips/comments.yaml')).toContain('id: c2');
  });

  it('gets pictures that could not be had before', async () => {
    const other = path.join(folder, '../other');
    await run(items, { contentDir: other });
    expect(readFileSync(path.join(other, 'posts/roses/index.md'), 'utf8')).toContain(
      '![A rose](https://x.example/rose.jpg)',
    );
    expect(effects(await run(items, { contentDir: other, ...withPictures }))).toEqual({
      updated: 1,
      unchanged: 1,
    });
    expect(readFileSync(path.join(other, 'posts/roses/rose.jpg'), 'utf8')).toBe('ROSE');
  });

  it('leaves alone what the owner has changed, removed or added', async () => {
    writeFiles(folder, {
      'posts/tulips/index.md': 'Mine.',
      'posts/tulips/own.jpg': 'OWN',
      'posts/lilies/index.md': 'My lilies.',
      'site.yaml': 'title: Mine\n',
    });
    rmSync(path.join(folder, 'posts/roses'), { recursive: true });
    const result = await run(
      [
        { ...roses, title: 'Red roses' },
        { ...tulips, title: 'New tulips' },
        importedEntry({ slug: 'lilies' }),
        importedComment(),
      ],
      withPictures,
    );
    expect(effects(result)).toEqual({ removed: 1, conflict: 1, added: 1 });
    expect(result.kept).toEqual([
      { path: 'posts/roses/index.md', effect: 'removed' },
      { path: 'posts/tulips/index.md', effect: 'conflict' },
    ]);
    expect(files().filter((file) => file.startsWith('posts/'))).toEqual([
      'posts/lilies-2011/index.md',
      'posts/lilies/index.md',
      'posts/tulips/index.md',
      'posts/tulips/own.jpg',
    ]);
    expect(read('posts/tulips/index.md')).toBe('Mine.');
    expect(read('posts/lilies/index.md')).toBe('My lilies.');
    expect(read('site.yaml')).toBe('title: Mine\n');
  });

  it('counts what the export no longer has, and keeps it', async () => {
    expect((await run([roses, importedComment()], withPictures)).absent).toBe(1);
    expect(read('posts/tulips/index.md')).toContain('Tulips');
  });

  it('says in a dry run what would happen, and writes nothing', async () => {
    writeFiles(folder, { 'posts/tulips/index.md': 'Mine.' });
    const before = contents();
    const result = await run(
      [
        { ...roses, title: 'Red roses' },
        { ...tulips, title: 'x' },
        importedEntry({ slug: 'lilies' }),
      ],
      { dryRun: true },
    );
    expect(effects(result)).toEqual({ updated: 1, conflict: 1, added: 1 });
    expect(contents()).toEqual(before);
  });
});

it('keeps the offsets of dates if nobody knows the zone, each time', async () => {
  const blog = memoryBlog([importedEntry({ published: '2011-05-06T10:00:00+08:00' })], {
    facts: { timeZone: undefined },
  });
  await run(blog);
  expect(read('posts/roses/index.md')).toContain('publishDate: 2011-05-06T10:00:00+08:00\n');
  expect(effects(await run(blog))).toEqual({ unchanged: 1 });
});

it('keeps comments on pages, and says that no page shows them', async () => {
  const page = importedEntry({ type: 'page', id: 'about', slug: 'about', legacyUrls: [] });
  const { notices } = await run([page, importedComment({ entry: 'about' })]);
  expect(read('pages/about/comments.yaml')).toContain('Lovely.');
  expect([...notices]).toMatchObject([
    { message: expect.stringContaining('Only posts show comments') },
  ]);
});

it('takes settings that are there', async () => {
  writeFiles(folder, { 'site.yaml': 'title: Mine\nlanguage: de\n' });
  await run([importedEntry({ language: 'de' })]);
  expect(read('site.yaml')).toBe('title: Mine\nlanguage: de\n');
  expect(read('posts/roses/index.md')).not.toContain('language');
});

it('writes nothing at all in a dry run', async () => {
  const result = await run([importedEntry(), importedComment()], { dryRun: true });
  expect(effects(result)).toEqual({ added: 1 });
  expect(result.counts).toMatchObject({ post: 1, comment: 1 });
  expect(() => files()).toThrow('ENOENT');
});

it('accounts for thumbnails among words and lists of Word', async () => {
  const html =
    '<p>A <a href="https://x.example/rose.jpg"><img src="https://x.example/rose-40x40.jpg" width="40"></a> rose</p>' +
    '<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.&nbsp; </span>red</p>' +
    '<p>·&nbsp; white</p>';
  const result = await run([importedEntry({ html })], {
    pictures: memoryPictures({ 'rose-40x40.jpg': 'ROSE' }),
  });
  expect(read('posts/roses/index.md')).toContain('](rose-40x40.jpg) rose\n\n1. red\n\n- white');
  expect(result.account.differences).toHaveLength(0);
});

it('counts in a dry run what the real run does', async () => {
  const items = [
    importedEntry(),
    importedComment(),
    importedComment({ id: '2', html: '<script>x</script>' }),
    importedEntry({ slug: 'tulips' }),
    importedComment({ id: '3', entry: 'tulips', html: ' <br> ' }),
  ];
  const dry = await run(items, { dryRun: true });
  const real = await run(items);
  expect(dry.counts).toEqual(real.counts);
  expect(dry.counts.comment).toBe(1);
  expect(reasons(dry)).toEqual(reasons(real));
});

it('only counts second addresses with a query, which no static site can tell apart', async () => {
  const result = await run([
    importedEntry({ legacyUrls: ['/roses/', '/?p=1'] }),
    importedEntry({ slug: 'draft', status: 'draft', legacyUrls: ['/?p=2'] }),
    importedEntry({ slug: 'plain', title: 'Plain', legacyUrls: ['/?p=3'] }),
  ]);
  expect(Array.from(result.omissions, ({ what, isMinor }) => [what, isMinor])).toEqual([
    ['/?p=3', false],
    ['/?p=1', true],
    ['/?p=2', true],
  ]);
  const flags = { contentDir: folder, dryRun: false, onlyImages: false, report: undefined };
  const words = importWords(result, { label: 'an export', title: 'Garden', ...flags });
  expect(words).toMatch(/Left out:\n {2}old addresses that cannot be redirected: .*: 1\n/);
  expect(words).toContain('Addresses such as /?p=12');
  expect(words).toMatch(/does not see the query: 2\./);
});

it('only obtains pictures, if asked', async () => {
  const html = '<img src="https://x.example/rose.jpg">';
  const result = await run([importedEntry({ html })], {
    onlyImages: true,
    pictures: memoryPictures({ 'rose.jpg': 'ROSE' }),
  });
  expect(result.counts).toMatchObject({ post: 0, picture: 1 });
  expect(() => files()).toThrow('ENOENT');
});

describe('a folder with another blog', () => {
  const items = [
    importedEntry(),
    importedEntry({ type: 'page', id: 'about', slug: 'about', title: 'About', legacyUrls: [] }),
  ];

  beforeEach(() => {
    writeFiles(folder, {
      'site.yaml': 'title: Other\nurl: https://other.example/\n',
      'posts/first-post/index.md': '---\ntitle: First\n---\n',
      'pages/about.md': '---\ntitle: Mine\n---\n',
    });
  });

  it('is left alone, and told what would be replaced', async () => {
    const before = files();
    await expect(run(items)).rejects.toThrow(
      /holds a blog that no import has written: 1 post and 1 page\. Nothing was written\. .*add 2 posts and pages and replace pages\/about\.md/,
    );
    expect(files()).toEqual(before);
  });

  it('gives way to --force, which keeps what it replaces', async () => {
    const result = await run(items, { force: true });
    expect(effects(result)).toEqual({ added: 1, updated: 1 });
    expect(read('pages/about.md')).toContain('title: About');
    expect(read('posts/first-post/index.md')).toContain('First');
    expect(read('site.yaml')).toContain('title: Other');
    const kept = path.join(folder, '../before-import/pages/about.md');
    expect(readFileSync(kept, 'utf8')).toContain('title: Mine');
    expect(result.replaced).toEqual([kept]);
    expect(result.unnamedHosts).toEqual(['garden.blogspot.com']);
  });
});

it('is finished by the next run, wherever the first one was killed', async () => {
  const items = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((slug) => [
    importedEntry({ slug, legacyUrls: [], html: `<p><img src="${slug}.jpg" alt=""></p>` }),
    importedComment({ id: slug, entry: slug }),
  ]);
  const pictures = Object.fromEntries(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((one) => [`${one}.jpg`, one]),
  );
  await run(items, { pictures: memoryPictures(pictures) });
  const whole = files().map((file) => [file, read(file)]);
  for (let dies = 0; dies < 6; dies++) {
    rmSync(folder, { recursive: true });
    let calls = 0;
    const dying = memoryPictures(pictures);
    await expect(
      run(items, {
        pictures: {
          missing: [],
          obtain(...args) {
            if (calls++ === dies) throw new Error('killed');
            return dying.obtain(...args);
          },
        },
      }),
    ).rejects.toThrow('killed');
    await run(items, { pictures: memoryPictures(pictures) });
    expect(files().map((file) => [file, read(file)])).toEqual(whole);
  }
});

it('survives what an export should not have', async () => {
  const result = await run([
    importedEntry({
      id: '../../evil',
      slug: '../../evil',
      legacyUrls: ['/../x', '//evil.example/', 'x'],
    }),
    importedEntry({ id: '__proto__', slug: '__proto__', title: '__proto__', tags: ['__proto__'] }),
    importedEntry({ id: 'same' }),
    importedEntry({ id: 'same', title: 'Second copy' }),
    importedEntry({
      id: 'links',
      slug: 'links',
      html: '<a href="http://[">x</a><a href="../../../etc/passwd">y</a>',
    }),
    importedComment({ entry: '__proto__', anchor: '"><script>' }),
    importedComment({
      id: '2',
      entry: '__proto__',
      anchor: '"><script>',
      replyTo: '1',
      url: 'javascript:x',
    }),
    importedComment({ id: '3', entry: 'nowhere' }),
    importedComment({ id: '4', entry: 'same', html: '<script>x</script>' }),
    { type: 'author', name: '../../evil', legacyUrls: [], avatar: 'x' },
    { type: 'redirect', from: '/a/*', to: '/b/' },
    { type: 'redirect', from: '/b/', to: '/a/*' },
  ]);
  expect(files()).toEqual([
    '.import.json',
    'posts/evil/index.md',
    'posts/links/index.md',
    'posts/proto__/comments.yaml',
    'posts/proto__/index.md',
    'posts/roses/index.md',
    'site.yaml',
  ]);
  expect(read('posts/proto__/comments.yaml')).toContain('id: c-script');
  expect(read('posts/proto__/comments.yaml')).not.toContain('javascript');
  expect(reasons(result).map((reason) => reason.replace(/:.*/, ''))).toEqual([
    'second copies in the export',
    'comments on posts that are not in the export',
    'redirects to what is not imported',
    'redirects to what is not imported',
    'old addresses that cannot be redirected',
    'old addresses that cannot be redirected',
    'old addresses that cannot be redirected',
    'comments without words',
  ]);
});

it('gives posts without a title one from their words', async () => {
  const result = await run([
    importedEntry({
      title: ' ',
      html: '<h2>A <b>rose</b> is [a] rose</h2><p>is a rose is a rose is a rose</p>',
    }),
    importedEntry({ id: 'empty', slug: 'empty', title: '', html: '' }),
  ]);
  expect(read('posts/roses/index.md')).toContain(
    "title: 'A rose is [a] rose'\n".replaceAll("'", ''),
  );
  expect(read('posts/empty/index.md')).toContain('title: Untitled\n');
  expect(result.notices).toHaveLength(2);
});

it('makes the first heading of a text without a title its title', async () => {
  const { notices, account } = await run([
    importedEntry({ title: '', html: '<h1>About the garden</h1><p>Words.</p>' }),
  ]);
  expect(read('posts/roses/index.md')).toMatch(/\ntitle: About the garden\n[^]*---\n\nWords\.\n$/);
  expect(notices).toHaveLength(0);
  expect(new Set(Array.from(account.differences, ({ reason }) => reason))).toEqual(
    new Set(['the first heading, which is the title now']),
  );
});

function uploaded(name: string) {
  return {
    path: `uploads/${name}`,
    size: 3,
    async *stream() {
      yield Buffer.from('PDF');
    },
  };
}

it('puts other files of the export beside the text that links to them', async () => {
  const html = '<p><a href="/uploads/My List.PDF">List</a> <a href="/uploads/x.html">x</a></p>';
  mkdirSync(folder, { recursive: true });
  await run(
    memoryBlog([importedEntry({ html })], {
      file: (url) => uploaded(decodeURIComponent(url.slice(url.lastIndexOf('/') + 1))),
    }),
  );
  expect(read('posts/roses/index.md')).toContain('[List](my-list.pdf) [x](/uploads/x.html)');
  expect(read('posts/roses/my-list.pdf')).toBe('PDF');
});

it.each([
  ['markdown', '[Roses](paper.pdf) and [lilies](My%20Paper.pdf)'],
  ['html', '<a href="paper.pdf">Roses</a> and <a href="My%20Paper.pdf">lilies</a>'],
] as const)('accounts for links to files that come along, in %s', async (format, text) => {
  const names = new Map([
    ['paper.pdf', 'files/paper.pdf'],
    ['My%20Paper.pdf', 'files/My Paper.pdf'],
  ]);
  for (const type of ['post', 'page'] as const) {
    const entry = importedEntry({ type, slug: type, body: { format, text, base: 'files' } });
    const blog = memoryBlog([entry], {
      facts: { url: 'https://garden.blogspot.com/' },
      file: (url) => {
        const name = names.get(url);
        return name === undefined ? undefined : memoryFile(name, '%PDF-1.7');
      },
    });
    const { account } = await run(blog);
    expect(account.differences).toHaveLength(0);
    expect(files()).toEqual(
      expect.arrayContaining([expect.stringMatching(`${type}/(?:my-)?paper.pdf`)]),
    );
    rmSync(folder, { recursive: true });
  }
});
