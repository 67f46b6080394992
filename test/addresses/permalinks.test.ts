/** Permalinks, the setting `permalink`, `Addresses` and the order of posts. */
import { describe, expect, it } from 'vitest';
import { Addresses } from '../../src/addresses/address.ts';
import { byDate } from '../../src/addresses/plan-entries.ts';
import { permalink } from '../../src/addresses/permalinks.ts';
import { siteSchema } from '../../src/content/site-schema.ts';
import { postEntry } from '../support/entries.ts';

function byPattern(pattern: string) {
  return { pattern, preserves: false };
}

/** Permalink of a post with these legacy URLs on a site that preserves them. */
function preserved(...legacyUrl: string[]): string {
  return permalink({ pattern: '/:slug/', preserves: true }, postEntry({ legacyUrl }));
}

/** The parsed setting, or `undefined` if it is refused. */
function setting(written: string) {
  return siteSchema.safeParse({ permalink: written }).data?.permalink;
}

describe('permalink', () => {
  const post = postEntry({ slug: 'hello', publishDate: '2024-03-01' });

  it.each([
    ['/:year/:month/:slug/', '/2024/03/hello/'],
    ['/:slug/', '/hello/'],
    ['/notes/:year/:month/:day/:slug/', '/notes/2024/03/01/hello/'],
    ['/:year-:month-:day-:slug/', '/2024-03-01-hello/'],
    ['/:slug/:slug/', '/hello/hello/'],
    ['/:year/:month/:slug.html', '/2024/03/hello.html'],
  ])('%s becomes %s', (pattern, expected) => {
    expect(permalink(byPattern(pattern), post)).toBe(expected);
  });

  it('replaces each token once', () => {
    expect(permalink(byPattern('/:slug/'), postEntry({ slug: ':year' }))).toBe('/:year/');
    expect(permalink(byPattern('/:slug/'), postEntry({ slug: '$&' }))).toBe('/$&/');
  });
});

describe('permalink with `preserve`', () => {
  it.each([
    ['/2021/04/hello.html', '/2021/04/hello.html'],
    ['/2021/04/Hello.HTM', '/2021/04/Hello.HTM'],
    ['/2021/04/hello/', '/2021/04/hello/'],
    ['/2021/04/hello', '/2021/04/hello/'],
    ['/python-2.6/', '/python-2.6/'],
    ['/2021/04/caf%C3%A9.html', '/2021/04/caf\u00e9.html'],
    ['/2021/04/100%25.html', '/2021/04/100%.html'],
    ['/My%20Files/hello.html', '/My Files/hello.html'],
  ])('keeps %s at %s', (legacyUrl, expected) => {
    expect(preserved(legacyUrl)).toBe(expected);
  });

  it('uses the first of several legacy URLs', () => {
    expect(preserved('/b.html', '/a.html')).toBe('/b.html');
  });

  it.each([
    '/hello.php',
    '/feed.xml',
    '/python-2.6',
    '/old/.html',
    '//x.example/',
    '/%',
    '/',
    '/a%3Fb/',
    '/a%23b.html',
  ])('skips %s, which cannot be a page', (legacyUrl) => {
    expect(preserved(legacyUrl)).toBe('/hello/');
    expect(preserved(legacyUrl, '/a.html')).toBe('/a.html');
  });

  it('uses the pattern for a new post', () => {
    expect(preserved()).toBe('/hello/');
  });
});

describe('the setting `permalink`', () => {
  it.each([
    ['/:slug/', '/:slug/', false],
    ['/:slug.html', '/:slug.html', false],
    ['preserve', '/:year/:month/:slug/', true],
    ['preserve /:year/:slug/', '/:year/:slug/', true],
    ['preserve  /:year/:month/:slug.html', '/:year/:month/:slug.html', true],
  ])('%s has the pattern %s', (written, pattern, preserves) => {
    expect(setting(written)).toEqual({ pattern, preserves });
  });

  it('defaults to a dated pattern', () => {
    expect(siteSchema.parse({}).permalink).toEqual(byPattern('/:year/:month/:slug/'));
  });

  it.each([
    '',
    '/',
    '/:slug',
    ':slug/',
    '/:year/',
    '/:title/',
    '/:slug.php',
    '/:slug/.html',
    '/a//:slug/',
    '/../:slug/',
    '/:slug/?a/',
    'preserve/:slug/',
    'preserve :slug',
    'Preserve',
    'keep /:slug/',
  ])('refuses %j', (written) => {
    expect(setting(written)).toBeUndefined();
  });
});

describe('Addresses', () => {
  it.each([
    ['https://garden.example/', '', 'https://garden.example/a/'],
    ['https://garden.example', '', 'https://garden.example/a/'],
    ['https://example.org/blog/', '/blog', 'https://example.org/blog/a/'],
    ['https://example.org/blog', '/blog', 'https://example.org/blog/a/'],
    ['http://localhost:8080/', '', 'http://localhost:8080/a/'],
  ])('of %s have the base path %j', (siteUrl, basePath, canonical) => {
    const addresses = new Addresses(siteUrl);
    expect(addresses.basePath).toBe(basePath);
    expect(addresses.of('/a/')).toEqual({ path: '/a/', url: `${basePath}/a/`, canonical });
  });

  it('are encoded in URLs but not in paths', () => {
    expect(new Addresses('https://garden.example/').of('/tags/\u5ead/')).toEqual({
      path: '/tags/\u5ead/',
      url: '/tags/%E5%BA%AD/',
      canonical: 'https://garden.example/tags/%E5%BA%AD/',
    });
  });
});

it('orders posts by date, newest first, then by slug', () => {
  const posts = [
    postEntry({ slug: 'b', publishDate: '2024-03-10' }),
    postEntry({ slug: 'old', publishDate: '2023-01-01' }),
    postEntry({ slug: 'a', publishDate: '2024-03-10' }),
    postEntry({ slug: 'noon', publishDate: '2024-03-10T12:00:00Z' }),
    postEntry({ slug: 'B', publishDate: '2024-03-10' }),
  ];
  const slugs = posts
    .map((entry) => ({ entry }))
    .toSorted(byDate)
    .map(({ entry }) => entry.slug);
  expect(slugs).toEqual(['noon', 'B', 'a', 'b', 'old']);
});
