/** Every file of the output is claimed before anything is written. */
import { describe, expect, it } from 'vitest';
import { Addresses } from '../../src/addresses/address.ts';
import { planSite, type Asset } from '../../src/addresses/plan.ts';
import { authorSchema } from '../../src/content/author-schema.ts';
import type { Content } from '../../src/content/entries.ts';
import { siteSchema } from '../../src/content/site-schema.ts';
import { Problems } from '../../src/lib/problem.ts';
import { postEntry } from '../support/entries.ts';

function clashes(content: Partial<Content>, publicFiles: readonly Asset[] = []): string[] {
  const problems = new Problems();
  const whole = {
    settings: siteSchema.parse({}),
    posts: [],
    pages: [],
    authors: [],
    redirects: [],
    feedIds: [],
  };
  const options = { drafts: false, now: Date.UTC(2025, 0) };
  const addresses = new Addresses('https://garden.example/');
  planSite({ ...whole, ...content }, options, publicFiles, addresses, problems);
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
  it('finds a file beside a post that would take the place of its page', () => {
    const post = { ...postEntry(), files: ['photo.jpg', 'index.html'] };
    expect(clashes({ posts: [post] })).toEqual([
      expect.stringMatching(
        /^address-taken posts\/hello\/index\.md: The file index\.html needs \/2024\/03\/hello\/index\.html, and so does the post/,
      ),
    ]);
  });

  it('is silent about the files of a post that is not shown', () => {
    const post = { ...postEntry({ published: false }), files: ['index.html'] };
    expect(clashes({ posts: [post] })).toEqual([]);
  });

  it('finds a portrait that would take the place of a page', () => {
    const posts = [postEntry({ author: ['Rosa'] })];
    expect(clashes({ posts, authors: [author('./rosa.png')] })).toEqual([]);
    expect(clashes({ posts, authors: [author('https://x.example/index.html')] })).toEqual([]);
    expect(clashes({ posts, authors: [author('./index.html')] })).toEqual([
      expect.stringContaining('The portrait needs /authors/rosa/index.html'),
    ]);
  });

  it('knows that a copied file keeps its name', () => {
    const file = { source: 'public/about', path: '/about' };
    const page = { path: '/about/index.html', source: 'public/about/index.html' };
    expect(clashes({}, [file])).toEqual([]);
    expect(clashes({}, [file, page])).toEqual([
      expect.stringContaining('One is a file where the other needs a folder.'),
    ]);
  });

  it('lets two spellings of an old address share a file', () => {
    const post = postEntry({ legacyUrl: ['/Old.html', '/old.html'] });
    expect(clashes({ posts: [post] })).toEqual([]);
  });
});
