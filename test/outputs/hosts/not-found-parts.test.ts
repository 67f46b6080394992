/** The 404 index of a site with many pages, which is in parts. */
import { beforeAll, describe, expect, it } from 'vitest';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { Addresses } from '../../../src/addresses/address.ts';
import { loadSite } from '../../../src/build/load-site.ts';
import { notFoundIndexFiles } from '../../../src/outputs/hosts/not-found-index.ts';
import type { OutputFile, Site } from '../../../src/site/model.ts';
import { ROOT } from '../../support/build-site.ts';
import { required } from '../../support/required.ts';
import { folderWith } from '../../support/scratch.ts';

const Lookup = z.strictObject({
  pages: z.array(z.tuple([z.string(), z.string()])),
  redirects: z.array(z.tuple([z.string(), z.number()])),
});
const Whole = Lookup.extend({
  patterns: z.array(z.tuple([z.string(), z.string()])),
  parts: z.array(z.tuple([z.string(), z.string()])),
});
type Whole = z.output<typeof Whole>;

interface Index {
  readonly pathsFor: (asked: string) => string[];
  readonly find: (asked: string) => { readonly path: string } | undefined;
  readonly suggest: (asked: string, count: number) => { readonly title: string }[];
}
type Read = (name: string) => unknown;
const { NotFoundIndex } = z
  .object({ NotFoundIndex: z.custom<new (index: unknown) => Index>() })
  .parse(await load('not-found-index.js'));
const { withParts } = z
  .object({
    withParts: z.custom<(whole: Whole, paths: string[], read: Read) => Promise<unknown>>(),
  })
  .parse(await load('not-found-parts.js'));

function load(name: string): Promise<unknown> {
  return import(pathToFileURL(path.join(ROOT, 'public/js', name)).href);
}

const addresses = new Addresses('https://garden.example/');

/** Addresses that share their beginning, their end, or all but a diacritic; some with a character outside of the BMP. */
function pathsOf(count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    const year = 2000 + (index % 20);
    return [
      `/${year}/03/the-garden-in-spring-no-${index}/`,
      `/${year}/04/caf\u00e9-${index}/`,
      `/${year}/04/cafe-${index}/`,
      `/${year}/05/\u{1f339}\u5ead${index}.html`,
      `/${year}/06/post-${index}/print/`,
    ][index % 5];
  }).filter((found) => found !== undefined);
}

/** A site of so many posts, each with an old address. */
async function siteOf(count: number): Promise<Site> {
  const contentDir = folderWith({
    'site.yaml': 'title: Garden\nurl: https://garden.example/\nlegacy: blogger\n',
    'posts/roses/index.md':
      '---\ntitle: Roses\npublishDate: 2024-03-10\ntags: [Red]\nlegacyUrl: /roses.html\n---\n\nWords.\n',
  });
  const site = await loadSite({
    ...{ contentDir, publicDir: folderWith({}), drafts: false, search: false },
    now: Date.UTC(2030, 0),
  });
  const post = required(site.posts[0]);
  const redirect = required(site.redirects.exact.find(({ from }) => from === '/roses.html'));
  const posts = pathsOf(count).map((own, index) => ({
    ...post,
    ...addresses.of(own),
    title: `Post ${index}`,
  }));
  const exact = posts.flatMap(({ path: to, title }, index) =>
    [`/node/${index}/amp/`, `/blog/${index}/Index.php`].map((from) => ({
      ...redirect,
      ...{ from, to: addresses.of(to), title },
    })),
  );
  return {
    ...site,
    posts: [post, ...posts],
    redirects: { ...site.redirects, exact: [...site.redirects.exact, ...exact] },
  };
}

describe('the 404 index of a site with 5,500 posts', () => {
  let site: Site;
  let whole: Whole;
  let parts: ReadonlyMap<string, OutputFile>;

  beforeAll(async () => {
    site = await siteOf(5500);
    const [first, ...others] = notFoundIndexFiles(site);
    whole = Whole.parse(JSON.parse(required(first).content));
    parts = new Map(others.map((file) => [file.path.slice(1), file]));
  });

  function read(name: string): z.output<typeof Lookup> {
    return Lookup.parse(JSON.parse(required(parts.get(name)).content));
  }

  /** As the 404 page reads it. */
  async function indexFor(asked: string): Promise<Index> {
    const paths = new NotFoundIndex(whole).pathsFor(asked);
    return new NotFoundIndex(await withParts(whole, paths, read));
  }

  it('names its parts, each of a limited size, and has what all readers need', () => {
    expect(whole.parts.map(([, name]) => name)).toEqual([...parts.keys()]);
    for (const { content, path: name } of parts.values()) {
      expect(name).toMatch(/^\/hashed\/addresses\.[\da-f]{12}\.json$/);
      expect(content.length).toBeLessThan(120_000);
    }
    expect(whole.pages.map(([own]) => own)).toEqual(
      expect.arrayContaining(['/', '/tags/red/', '/2024/03/', '/archive/']),
    );
    expect(whole.pages.length).toBeLessThan(30);
  });

  it('finds every page and old address, in capitals too', async () => {
    const known = new NotFoundIndex(whole);
    const opened = new Map<string, Index>();
    /** Like `indexFor`, but puts the same parts together only once. */
    const open = async (asked: string): Promise<Index> => {
      const names: string[] = [];
      const note: Read = (name) => {
        names.push(name);
        return { pages: [], redirects: [] };
      };
      const paths = known.pathsFor(asked);
      await withParts({ ...whole, pages: [] }, paths, note);
      const index = opened.get(names.join(' ')) ?? (await indexFor(asked));
      opened.set(names.join(' '), index);
      return index;
    };
    const wanted = [
      ...site.posts.map((post) => [post.path, post.path] as const),
      ...site.redirects.exact
        .filter(({ title }) => title.startsWith('Post'))
        .map(({ from, to }) => [from, to.path] as const),
    ];
    expect(wanted.length).toBeGreaterThan(16_500);
    const wrong: string[] = [];
    for (const [asked, expected] of wanted)
      for (const spelled of [asked, asked.toUpperCase()])
        if ((await open(spelled)).find(spelled)?.path !== expected) wrong.push(spelled);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['/2000/03/THE-garden-in-spring-no-0.html', '/2000/03/the-garden-in-spring-no-0/'],
    ['/2001/04/CAF%C3%89-1/', '/2001/04/caf\u00e9-1/'],
    ['/2001/04/cafe\u0301-1/).', '/2001/04/caf\u00e9-1/'],
    ['/2003/05/\u{1f339}\u5ead3/', '/2003/05/\u{1f339}\u5ead3.html'],
    ['/2004/06/POST-4/print/index.html', '/2004/06/post-4/print/'],
    ['/Node/4999/AMP', '/2019/06/post-4999/print/'],
    ['/blog/0/index.PHP', '/2000/03/the-garden-in-spring-no-0/'],
    ['/Roses', '/2024/03/roses/'],
    ['/search/label/RED', '/tags/red/'],
    ['/2024_03_17_archive.html', '/2024/03/'],
    ['/TAGS/', '/tags/'],
  ])('leads from %s to %s', async (asked, expected) => {
    const decoded = decodeURIComponent(asked);
    expect((await indexFor(decoded)).find(decoded)?.path).toBe(expected);
  });

  it('suggests pages of the part that is most like the address, and lists', async () => {
    const asked = '/2024/03/rosse-in-winter.html';
    const index = await indexFor(asked);
    expect(index.find(asked)).toBe(undefined);
    expect(index.suggest(asked, 5).map(({ title }) => title)).toEqual(['Roses', 'March 2024']);
  });
});

it('a site of up to 5,000 pages has one file', async () => {
  const site = await siteOf(4900);
  const files = notFoundIndexFiles(site);
  expect(files.map((file) => file.path)).toEqual(['/addresses.json']);
  expect(Object.keys(z.looseObject({}).parse(JSON.parse(required(files[0]).content)))).toEqual([
    ...['pages', 'redirects', 'patterns'],
  ]);
});
