/** Index in which the 404 page looks up unknown URLs. */
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildSite, built, type OutputFolder } from '../../support/build-site.ts';
import { corpusSite } from '../../support/corpus-site.ts';
import { describeWithCorpus } from '../../support/describe-with.ts';
import { folderWith } from '../../support/scratch.ts';

const NotFoundIndex = z.strictObject({
  pages: z.array(z.tuple([z.string(), z.string()])),
  redirects: z.array(z.tuple([z.string(), z.number()])),
  patterns: z.array(z.tuple([z.string(), z.string()])),
});

function readBook(output: OutputFolder): z.output<typeof NotFoundIndex> {
  return NotFoundIndex.parse(JSON.parse(output.read('addresses.json')));
}

function post(title: string, more = ''): string {
  return `---\ntitle: ${title}\npublishDate: 2024-03-10\n${more}---\n\nWords.\n`;
}

const CONTENT = {
  'site.yaml': 'title: Garden\nurl: https://example.org/blog/\nlegacy: blogger\n',
  'posts/roses/index.md': post('Roses & "more"', 'tags: [Red]\nlegacyUrl: /2024/03/roses.html\n'),
  'posts/tulips/index.md': post(
    'Tulips',
    'legacyUrl: [/2020/01/Bulbs.html, /2020/01/BULBS.html, /tulips/index.html]\n',
  ),
  'posts/secret/index.md': post(
    'Hidden',
    'published: false\ntags: [Unseen]\nlegacyUrl: /2020/01/hidden.html\n',
  ),
  'posts/later/index.md': post('Later').replace('2024', '2034'),
  'pages/about.md': '---\ntitle: About\n---\n\nWords.\n',
  'redirects.yaml': `redirects:
  - { from: '/price$/:name.html', to: '/:name/' }
  - { from: '/old/*', to: '/tags/:splat' }
  - { from: '/lost/:name', status: 410 }
`,
};

describe('the index for the 404 page', () => {
  let book: z.output<typeof NotFoundIndex>;

  beforeAll(async () => {
    const content = folderWith(CONTENT);
    book = readBook(built(await buildSite({ content, args: ['--now', '2030-01-01'] })).output);
  });

  it('lists every page by path and title, posts first', () => {
    expect(book.pages).toEqual([
      ['/2024/03/roses/', 'Roses & \u{201C}more\u{201D}'],
      ['/2024/03/tulips/', 'Tulips'],
      ['/about/', 'About'],
      ['/2024/', '2024'],
      ['/2024/03/', 'March 2024'],
      ['/tags/red/', 'Red'],
      ['/archive/', 'Archive'],
      ['/tags/', 'Tags'],
      ['/authors/', 'Authors'],
      ['/', 'Garden'],
      ['/subscribe/', 'Subscribe'],
      ['/search/', 'Search'],
      ['/atom.xml', 'Atom feed'],
      ['/rss.xml', 'RSS feed'],
    ]);
  });

  it('lists each old address that neither pages nor patterns find once', () => {
    const { pages } = book;
    expect(book.redirects.map(([from, page]) => [from, pages[page]?.[0]])).toEqual([
      ['/2020/01/BULBS.html', '/2024/03/tulips/'],
      ['/p/about.html', '/about/'],
      ['/search/label/Red', '/tags/red/'],
      ['/tulips/', '/2024/03/tulips/'],
    ]);
  });

  it('contains patterns as regular expressions', () => {
    const follow = (from: string): string | undefined =>
      book.patterns
        .filter(([source]) => new RegExp(source, 'isu').test(from))
        .map(([source, to]) => from.replace(new RegExp(source, 'isu'), to))[0];
    expect(book.patterns).toHaveLength(3);
    expect(follow('/price$/about.html')).toBe('/about/');
    expect(follow('/Old/red/')).toBe('/tags/red/');
    expect(follow('/2024_03_17_archive.html')).toBe('/2024/03/');
    expect(follow('/lost/roses')).toBe(undefined);
  });

  it('is the same for every host', async () => {
    const content = folderWith(CONTENT);
    const args = ['--now', '2030-01-01', '--host', 'nginx'];
    expect(readBook(built(await buildSite({ content, args })).output)).toEqual(book);
  });

  it('reserves its URL', async () => {
    const { exitCode, stderr } = await buildSite({
      content: folderWith({
        'posts/roses/index.md': post('Roses', 'legacyUrl: /addresses.json\n'),
      }),
    });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('address-taken');
    expect(stderr).toContain('/addresses.json');
  });
});

describeWithCorpus('the 404 index of the corpus', (corpus) => {
  it('is small', async () => {
    const bytes = (await corpusSite(corpus)).output.bytes('addresses.json');
    expect(bytes.length).toBeLessThan(100_000);
    expect(gzipSync(bytes).length).toBeLessThan(30_000);
  });
});
