/** Addresses of tags and authors: who has which, and what the owner can choose. */
import { describe, expect, it } from 'vitest';
import { loadWithProblems } from '../../src/build/load-site.ts';
import { buildSite, built } from '../support/build-site.ts';
import { textOf } from '../support/dom.ts';
import { folderWith } from '../support/scratch.ts';

const SITE = { 'site.yaml': 'title: A garden\nurl: https://garden.example/\n' };

function post(day: string, fields: string): string {
  return `---\ntitle: The post of ${day}\npublishDate: ${day}\n${fields}\n---\n\nWords.\n`;
}

/** Names and slugs of tags and authors, and what the load reports. */
async function load(files: Readonly<Record<string, string>>, drafts = false) {
  const { site, problems } = await loadWithProblems({
    contentDir: folderWith({ ...SITE, ...files }),
    publicDir: folderWith({}),
    drafts,
    now: Date.UTC(2025, 0),
  });
  return {
    site,
    slugs: Object.fromEntries(
      [...site.tags, ...site.authors].map(({ name, path }) => [name, path.split('/')[2]]),
    ),
    problems,
    codes: problems.map(({ code }) => code),
  };
}

describe('the address of a tag', () => {
  const first = {
    'posts/sharp/index.md': post('2024-03-01', 'tags: ["C#"]'),
    'posts/plus/index.md': post('2024-03-02', 'tags: ["C++", Herb garden]'),
  };

  it('stays when other tags are added', async () => {
    const before = await load(first);
    const after = await load({
      ...first,
      'posts/a/index.md': post('2024-04-01', 'tags: [C, c++, c#, herb-garden]'),
    });
    expect(before.codes).toEqual([]);
    expect(before.slugs).toEqual({
      'C#': 'c-sharp',
      'C++': 'c-plus-plus',
      'Herb garden': 'herb-garden',
    });
    expect(after.slugs).toMatchObject({
      ...before.slugs,
      C: 'c',
      'c++': 'c-plus-plus-2',
      'herb-garden': 'herb-garden-2',
    });
  });

  it('belongs to the tag of the oldest post, drafts aside', async () => {
    const { slugs } = await load(
      {
        'posts/draft/index.md': post('2023-01-01', 'published: false\ntags: [TEA]'),
        'posts/b/index.md': post('2024-01-02', 'tags: [tea]'),
        'posts/a/index.md': post('2024-01-02', 'tags: ["Tea!"]'),
        'posts/z/index.md': post('2024-01-01', 'tags: [Tea]'),
      },
      true,
    );
    expect(slugs).toEqual({ Tea: 'tea', 'Tea!': 'tea-2', tea: 'tea-3', TEA: 'tea-4' });
  });

  it('is named in a warning if it ends in a number, with the line that keeps it', async () => {
    const files = {
      'posts/first/index.md': post('2024-01-01', 'tags: [Tea]'),
      'posts/second/index.md': post('2024-01-02', 'tags: ["Tea?"]'),
    };
    const { problems } = await load(files);
    expect(problems).toMatchObject([
      {
        severity: 'warning',
        code: 'address-shared',
        file: expect.stringMatching(/posts\/second\/index\.md$/),
        line: 4,
        message: 'The tag "Tea?" is at /tags/tea-2/, because "Tea" already has /tags/tea/.',
      },
    ]);
    const line = / slug: (?<line>".*)$/.exec(problems[0]?.hint ?? '')?.groups?.['line'];
    const pasted = await load({ ...files, 'tags.yaml': `${line}\n` });
    expect(pasted.codes).toEqual([]);
    expect(pasted.slugs).toEqual({ Tea: 'tea', 'Tea?': 'tea-2' });
  });
});

describe('the address of an author', () => {
  const files = {
    'posts/first/index.md': post('2024-01-01', 'author: Rosa M.'),
    'posts/second/index.md': post('2024-01-02', 'author: Rosa "M"'),
    'authors/one.json': '{ "name": "Rosa M." }',
  };

  it('is shared in the order of their posts, with a warning', async () => {
    const { slugs, problems } = await load({
      ...files,
      'authors/two.json': '{ "name": "Rosa \\"M\\"" }',
    });
    expect(slugs).toEqual({ 'Rosa M.': 'rosa-m', 'Rosa "M"': 'rosa-m-2' });
    expect(problems).toMatchObject([
      { code: 'address-shared', hint: expect.stringContaining('`"slug": "rosa-m-2"`') },
    ]);
  });

  it('can be chosen in the file of the author, and the old one leads there', async () => {
    const { site, slugs, codes } = await load({
      ...files,
      'authors/two.json':
        '{ "name": "Rosa \\"M\\"", "slug": "rosa-2", "legacyUrl": "/authors/rosa-m-2/" }',
    });
    expect(codes).toEqual([]);
    expect(slugs).toEqual({ 'Rosa M.': 'rosa-m', 'Rosa "M"': 'rosa-2' });
    expect(site.redirects.exact.map(({ from, to, kind }) => [from, to.path, kind])).toEqual([
      ['/authors/rosa-m-2/', '/authors/rosa-2/', 'page'],
      ['/authors/rosa-m-2/atom.xml', '/authors/rosa-2/atom.xml', 'feed'],
      ['/authors/rosa-m-2/feed.json', '/authors/rosa-2/atom.xml', 'feed'],
      ['/authors/rosa-m-2/rss.xml', '/authors/rosa-2/atom.xml', 'feed'],
    ]);
  });
});

describe('tags.yaml', () => {
  const posts = {
    'posts/a/index.md': post('2024-01-01', 'tags: [Node.js, Herbs]'),
  };

  it('gives a tag its slug, description and old addresses', async () => {
    const content = folderWith({
      ...SITE,
      ...posts,
      'tags.yaml':
        'Node.js:\n  slug: nodejs\n  description: JavaScript on servers.\n  legacyUrl: [/tags/node-js/, /topics/node]\n',
    });
    const args = ['--no-search', '--no-cards', '--no-images'];
    const { output, stderr } = built(await buildSite({ content, args }));
    expect(stderr).toBe('');
    const page = output.page('/tags/nodejs/');
    expect(textOf(page)).toContain('JavaScript on servers.');
    expect(output.read('tags/nodejs/index.html')).toContain(
      '<meta name="description" content="JavaScript on servers."/>',
    );
    expect(output.read('tags/node-js/index.html')).toContain('url=/tags/nodejs/');
    expect(output.read('topics/node/index.html')).toContain('url=/tags/nodejs/');
    expect(output.read('tags/node-js/rss.xml')).toBe(output.read('tags/nodejs/atom.xml'));
    expect(output.has('topics/node/rss.xml')).toBe(false);
  });

  it('reports mistakes at their lines', async () => {
    const { problems } = await load({
      ...posts,
      'tags.yaml': [
        'Node.js: { slug: a/b, colour: red }',
        'herbs: { slug: h }',
        'Herbs: { slug: H }',
        'Roses:',
        '',
      ].join('\n'),
    });
    expect(problems.map(({ code, line, field }) => [line, code, field])).toEqual([
      [1, 'tag-field-unknown', 'Node.js.colour'],
      [1, 'tag-slug-invalid', 'Node.js.slug'],
      [2, 'tag-unknown', 'herbs'],
      [4, 'tag-unknown', 'Roses'],
      [3, 'slug-duplicate', 'Herbs.slug'],
    ]);
    expect(problems.find(({ field }) => field === 'herbs')?.hint).toContain('Write "Herbs"');
  });

  it('must be a map of valid YAML', async () => {
    expect((await load({ ...posts, 'tags.yaml': '- Herbs\n' })).codes).toEqual(['tags-not-a-map']);
    expect((await load({ ...posts, 'tags.yaml': 'Herbs: {\n' })).codes).toEqual(['tags-yaml']);
    expect((await load({ ...posts, 'tags.yaml': '' })).codes).toEqual([]);
  });
});
