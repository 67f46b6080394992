/** Blogs for the benchmark: any number of distinct posts. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import matter from 'gray-matter';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeCorpus } from './make-corpus.ts';

const FIRST = `---
title: 'First: a "start"'
publishDate: 2021-04-06
author: [Ada, Grace]
legacyUrl: /2021/03/First.html
---

Words ![a chart](./chart.png) and ![a logo](https://example.org/logo.png) and <img src="cat.gif">.
`;

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'perennial-corpus-'));
  const posts = {
    first: FIRST,
    second: "---\ntitle: Second\npublishDate: '2020-01-02'\ntags: [news]\n---\n\nMore.\n",
    unfinished: "---\ntitle: Third\npublishDate: '2020-01-02'\npublished: false\n---\n\nNot yet.\n",
  };
  for (const [slug, text] of Object.entries(posts)) {
    mkdirSync(path.join(folder, 'source/posts', slug), { recursive: true });
    writeFileSync(path.join(folder, 'source/posts', slug, 'index.md'), text);
  }
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('repeats the published posts under new names, titles, dates and legacy addresses', () => {
  const posts = make('perennial', 'posts', 5);
  expect(Object.keys(posts)).toEqual([
    'first',
    'first-copy-1',
    'first-copy-2',
    'second',
    'second-copy-1',
  ]);
  expect(posts['first']?.data).toEqual({
    title: 'First: a "start"',
    publishDate: '2021-04-06',
    updatedDate: '2021-04-06',
    author: ['Ada', 'Grace'],
    description: '',
    tags: [],
    published: true,
    legacyUrl: '/2021/03/First.html',
  });
  expect(posts['first-copy-2']?.data).toMatchObject({
    title: 'First: a "start", copy 2',
    publishDate: '2021-03-31',
    legacyUrl: '/2021/03/first-copy-2.html',
  });
});

it('keeps text and remote images, and drops local ones', () => {
  const { first } = make('perennial', 'posts', 1);
  expect(first?.content.trim()).toBe(
    'Words a chart and ![a logo](https://example.org/logo.png) and .',
  );
});

it('writes the same posts in Hugo\u2019s format', () => {
  const posts = make('hugo', 'content/posts', 2);
  expect(posts['first']?.data).toMatchObject({
    date: '2021-04-06',
    authors: ['Ada', 'Grace'],
    years: ['2021'],
    aliases: ['/2021/03/First.html'],
  });
  expect(readdirSync(path.join(folder, 'hugo'))).toContain('hugo.yaml');
});

it('keeps all images, if they are wanted', () => {
  const image = path.join(folder, 'source/posts/first/chart.png');
  writeFileSync(image, 'pixels');
  makeCorpus(path.join(folder, 'source'), 3, 'perennial', folder, { images: true });
  for (const slug of ['first', 'first-copy-1']) {
    const own = path.join(folder, 'posts', slug);
    expect(readdirSync(own)).toEqual(['chart.png', 'index.md']);
    expect(readFileSync(path.join(own, 'index.md'), 'utf8')).toContain('![a chart](./chart.png)');
  }
});

it('refuses a source without a published post', () => {
  expect(() => makeCorpus(path.join(folder, 'nowhere'), 1, 'hugo', folder)).toThrow(
    'There is no published post',
  );
});

function make(form: 'perennial' | 'hugo', below: string, count: number) {
  makeCorpus(path.join(folder, 'source'), count, form, path.join(folder, form));
  const posts = path.join(folder, form, below);
  const slugs = readdirSync(posts).toSorted();
  return Object.fromEntries(
    slugs.map((slug) => [
      slug,
      matter(readFileSync(path.join(posts, slug, 'index.md'), 'utf8'), {}),
    ]),
  );
}
