/** Unusual but valid content. */
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT, buildSite, built, run, type BuiltSite } from '../support/build-site.ts';
import { folderWith } from '../support/scratch.ts';

function post(title: string, fields = '', body = 'Words.'): string {
  return `---\ntitle: ${title}\npublishDate: 2023-03-01\n${fields}---\n\n${body}\n`;
}

const DECOMPOSED = 'cafe\u0301';
const COMPOSED = 'caf\u00e9';

describe('a site of strange but valid posts', () => {
  let site: BuiltSite;

  beforeAll(async () => {
    const content = folderWith({
      'site.yaml': 'title: Strange\nurl: https://strange.example/\n',
      'posts/japanese/index.md': post('日本語のタイトル', 'tags: [日本語, パイソン]\n'),
      'posts/emoji/index.md': post('🌱🌱', 'tags: [🌱, 🌱🌱, "!?"]\n'),
      'posts/日本語/index.md': post('Slug in Japanese', 'tags: [日本語 !, Python, python]\n'),
      'posts/forms/index.md': post('Forms', `tags: [${COMPOSED}, ${DECOMPOSED}]\n`),
      'authors/ines.json': JSON.stringify({ name: 'Ine\u0301s Moss' }),
      'posts/by-ines/index.md': post('By In\u00e9s', 'author: In\u00e9s Moss\n'),
      'posts/windows/index.md': `\uFEFF${post('Windows')}`.replaceAll('\n', '\r\n'),
      'posts/alias/index.md': post('&title Alias', 'description: *title\n'),
      'posts/long/index.md': post('Long '.repeat(2000)),
      'posts/nothing/index.md': post('Nothing', '', ''),
      'posts/prototype/index.md': post('Prototype', '__proto__: { published: false }\n'),
      'posts/quotes/index.md': post('Quotes', '', `${'> '.repeat(100)}bottom`),
    });
    site = built(await buildSite({ content, args: ['--now', '2024-01-01'] }));
  });

  it('gives each tag a page, with a readable address if it has letters', () => {
    const tags = site.output.files().filter((file) => /^tags\/.*\.html$/.test(file));
    expect(tags.map((file) => file.split('/')[1])).toEqual([
      'cafe',
      'index.html',
      'python-2',
      'python',
      'u1f331-u1f331',
      'u1f331',
      'u21-u3f',
      'パイソン',
      '日本語-2',
      '日本語',
    ]);
  });

  it('treats both Unicode forms of a name as the same', () => {
    expect(site.output.read('tags/cafe/index.html')).toContain('/2023/03/forms/');
    expect(site.output.files()).toContain('authors/ines-moss/index.html');
  });

  it('shows every post', () => {
    const posts = site.output.files().filter((file) => /^2023\/03\/./.test(file));
    expect(posts.map((file) => file.split('/')[2])).toEqual([
      'alias',
      'by-ines',
      'emoji',
      'forms',
      'index.html',
      'japanese',
      'long',
      'nothing',
      'prototype',
      'quotes',
      'windows',
      '日本語',
    ]);
  });

  it('warns about likely mistakes', () => {
    const codes = [...site.stderr.matchAll(/^(\w+) ([\w-]+)$/gm)].map(([line]) => line);
    expect(codes).toEqual([
      'warning post-title-long',
      'warning post-field-unknown',
      'warning address-shared',
      'warning address-shared',
    ]);
  });
});

it('reads twenty thousand redirects', async () => {
  const rules = Array.from(
    { length: 20_000 },
    (_, index) => `  - from: /2011/05/an-old-post-${index}.html\n    to: /2023/03/a/\n`,
  );
  const content = folderWith({
    'site.yaml': 'title: Moved\nurl: https://moved.example/\n',
    'posts/a/index.md': post('A'),
    'redirects.yaml': `redirects:\n${rules.join('')}`,
  });
  const command = ['src/start.mjs', 'check', '--content', content, '--now', '2024-01-01'];
  const { exitCode, stdout, stderr } = await run(process.execPath, command, { cwd: ROOT });
  expect(stderr).toBe('');
  expect(stdout).toContain('20000 redirects');
  expect(exitCode).toBe(0);
});
