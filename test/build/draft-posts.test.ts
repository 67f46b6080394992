import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { loadWithProblems } from '../../src/build/load-site.ts';
import { plain } from '../support/pictures.ts';
import { folderWith, temporaryFolder } from '../support/scratch.ts';

const ROSES = 'posts/roses/index.md';
const FRONT = '---\ntitle: Roses\npublishDate: 2024-03-10\ntags: [red]\n---\n';

async function garden() {
  return folderWith({
    'site.yaml': 'title: Garden\nurl: https://garden.example/\n',
    [ROSES]: `${FRONT}\nRed. ![A rose](rose.png)\n`,
    'posts/roses/rose.png': await plain(40, 30, 'red'),
    'posts/tulips/index.md':
      '---\ntitle: Tulips\npublishDate: 2024-03-11\ntags: [red]\n---\n\nSee [roses](../roses/).\n',
  });
}

const load = (contentDir: string) =>
  loadWithProblems({ contentDir, publicDir: temporaryFolder(), drafts: true });

it.each([
  [
    'links, footnotes and pictures',
    `${FRONT}\nSee [tulips](../tulips/).[^1] ![A rose](rose.png)\n\n[^1]: Yes.\n`,
  ],
  ['another title', '---\ntitle: "\\"Roses\\""\npublishDate: 2024-03-10\n---\n\nRed.\n'],
  [
    'a description and an update',
    `${FRONT.replace('tags', 'updatedDate: 2024-04-01\ndescription: Short.\ntags')}\nRed.\n`,
  ],
])('makes the post that a whole load makes: %s', async (_, text) => {
  const content = await garden();
  const { drafts } = await load(content);
  const draft = await drafts.build(path.join(content, 'posts/roses'), text);
  expect(readFileSync(path.join(content, ROSES), 'utf8')).not.toBe(text);
  writeFileSync(path.join(content, ROSES), text);
  const { site } = await load(content);
  expect(draft?.post).toEqual(site.posts.find(({ slug }) => slug === 'roses'));
  const saved = await drafts.build(path.join(content, 'posts/roses'));
  expect(saved).toEqual(draft);
});

it('finds the problems of the text, at their lines', async () => {
  const content = await garden();
  const { drafts } = await load(content);
  const text = '---\ntitle: Roses\npublishDate: 2024-13-10\n---\n\nSee [this](../lilies/).\n';
  const draft = await drafts.build(path.join(content, 'posts/roses'), text);
  expect(draft?.problems.map(({ code, line }) => `${code} ${line}`).toSorted()).toEqual([
    'link-file-missing 6',
    'post-publishDate-invalid 3',
  ]);
});

it('makes none for a post that the site does not show', async () => {
  const content = await garden();
  const { drafts } = await load(content);
  expect(await drafts.build(path.join(content, 'posts/lilies'), FRONT)).toBeUndefined();
});
