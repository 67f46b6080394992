/** Collisions across a whole site. */
import { describe, expect, it } from 'vitest';
import { Addresses } from '../../src/addresses/address.ts';
import { planSite, type Asset } from '../../src/addresses/plan.ts';
import { authorSchema } from '../../src/content/author-schema.ts';
import type { Content } from '../../src/content/entries.ts';
import { siteSchema } from '../../src/content/site-schema.ts';
import { Problems } from '../../src/lib/problem.ts';
import { postEntry } from '../support/entries.ts';

function collisions(content: Partial<Content>, publicFiles: readonly Asset[] = []): string[] {
  const problems = new Problems();
  const empty = {
    settings: siteSchema.parse({}),
    posts: [],
    pages: [],
    authors: [],
    tags: [],
    series: [],
    redirects: [],
    feedIds: [],
  };
  const options = { drafts: false, now: Date.UTC(2025, 0) };
  const addresses = new Addresses('https://garden.example/');
  planSite({ ...empty, ...content }, options, publicFiles, addresses, problems);
  return problems.all.map(({ code, file, message }) => `${code} ${file}: ${message}`);
}

function author(avatar: string): Content['authors'][number] {
  return {
    file: 'authors/rosa.json',
    folder: 'authors',
    fields: authorSchema.parse({ name: 'Rosa', avatar }),
  };
}

describe('planSite', () => {
  it('reports an attachment that collides with its own post', () => {
    const post = { ...postEntry(), files: ['photo.jpg', 'index.html'] };
    expect(collisions({ posts: [post] })).toEqual([
      expect.stringMatching(
        /^address-taken posts\/hello\/index\.md: The file index\.html needs \/2024\/03\/hello\/index\.html, but the post of posts\/hello\/index\.md is written to the same file/,
      ),
    ]);
  });

  it.each([
    [['index.html.gz'], ['/2024/03/hello/index.html']],
    [['INDEX.HTML.br'], ['/2024/03/hello/INDEX.HTML']],
    [['photo.jpg', 'photo.jpg.zst'], []],
    [['notes', 'notes.gz', 'data.tar.gz'], []],
  ])('reports which of %j servers would send in place of a page', (files, replaced) => {
    const found = collisions({ posts: [{ ...postEntry(), files }] });
    const named = found.map((text) => /, unpacked by a server, needs (.*?),/.exec(text)?.[1]);
    expect(named).toEqual(replaced);
  });

  it('reports an old address that a further page of a tag needs', () => {
    const posts = Array.from({ length: 501 }, (_, index) =>
      postEntry({ slug: `p${index}`, tags: ['Red'], publishDate: '2024-03-10' }),
    );
    const old = postEntry({ slug: 'old', legacyUrl: ['/tags/red/page/2/'] });
    expect(collisions({ posts: [...posts, old] }).join('\n')).toMatch(
      /^address-taken posts\/old\/index\.md: The old address needs \/tags\/red\/page\/2\/index\.html/m,
    );
    expect(collisions({ posts: [...posts.slice(1), old] })).toEqual([]);
  });

  it('ignores attachments of unpublished posts', () => {
    const post = { ...postEntry({ published: false }), files: ['index.html'] };
    expect(collisions({ posts: [post] })).toEqual([]);
  });

  it('reports an avatar that collides with a page', () => {
    const posts = [postEntry({ author: ['Rosa'] })];
    expect(collisions({ posts, authors: [author('./rosa.png')] })).toEqual([]);
    expect(collisions({ posts, authors: [author('https://x.example/index.html')] })).toEqual([]);
    expect(collisions({ posts, authors: [author('./index.html')] })).toEqual([
      expect.stringContaining('The avatar needs /authors/rosa/index.html'),
    ]);
  });

  it('keeps the names of copied files', () => {
    const file = { source: 'public/about', path: '/about' };
    const page = { path: '/about/index.html', source: 'public/about/index.html' };
    expect(collisions({}, [file])).toEqual([]);
    expect(collisions({}, [file, page])).toEqual([
      expect.stringContaining(', which cannot also be a folder.'),
    ]);
  });

  it('lets two spellings of a legacy URL share a file', () => {
    const post = postEntry({ legacyUrl: ['/Old.html', '/old.html'] });
    expect(collisions({ posts: [post] })).toEqual([]);
  });
});
