/** Unusual but valid content. */
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT, buildSite, built, run, type BuiltSite } from '../support/build-site.ts';
import { attributes, metaContent, onlyWithClass } from '../support/dom.ts';
import { photograph } from '../support/pictures.ts';
import { folderWith } from '../support/scratch.ts';

function post(title: string, fields = '', body = 'Words.'): string {
  return `---\ntitle: ${title}\npublishDate: 2023-03-01\n${fields}---\n\n${body}\n`;
}

/** Files beside a post, and how its text names them. */
const FILES = [
  ['100% fun.jpg', '![x](<100% fun.jpg>)'],
  ['50%25.jpg', '<img src="50%25.jpg">'],
  ['#1 of C#?.jpg', '![x](<#1 of C#?.jpg>)'],
  ['R&D + "x" \u2019.pdf', '[x](R&D%20+%20%22x%22%20\u2019.pdf)'],
  ['Upper Case.PDF', '[x](<upper case.pdf>)'],
  ['ae\u0301.pdf', '<a href="a\u00e9.pdf">x</a>'],
  ['[x] (y).pdf', '[x](<[x] (y).pdf>)'],
] as const;

const DECOMPOSED = 'cafe\u0301';
const COMPOSED = 'caf\u00e9';

describe('a site of strange but valid posts', () => {
  let site: BuiltSite;

  beforeAll(async () => {
    const photo = await photograph(8, 8);
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
      'posts/files/index.md': post(
        'Files',
        'image: "#1 50%.JPG"\n',
        FILES.map(([, markdown]) => markdown).join('\n\n'),
      ),
      'posts/files/#1 50%.jpg': photo,
      ...Object.fromEntries(
        FILES.map(([name]) => [`posts/files/${name}`, name.endsWith('.jpg') ? photo : 'x']),
      ),
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
    expect([...new Set(posts.map((file) => file.split('/')[2]))]).toEqual([
      'alias',
      'by-ines',
      'emoji',
      'files',
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

  it('publishes files of any name at the addresses that lead to them', () => {
    const page = site.output.page('/2023/03/files/');
    const body = onlyWithClass(page, 'e-content');
    const addresses = [...attributes(body, 'src'), ...attributes(body, 'href')];
    const image = metaContent(page, 'og:image') ?? '';
    expect(addresses).toHaveLength(FILES.length);
    for (const address of [...addresses, image]) {
      const { pathname, search, hash } = new URL(address, 'https://strange.example');
      expect(site.output.has(decodeURIComponent(pathname).slice(1)), address).toBe(true);
      expect(search + hash).toBe('');
    }
    expect(addresses.map((address) => decodeURIComponent(address.split('/').at(-1) ?? ''))).toEqual(
      expect.arrayContaining(FILES.map(([name]) => name)),
    );
    expect(decodeURIComponent(image)).toMatch(/\/#1 50%\.jpg$/);
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
