/** The address pattern of posts, and addresses in general. */
import { describe, expect, it } from 'vitest';
import { Addresses } from '../../src/addresses/address.ts';
import { byDate } from '../../src/addresses/order.ts';
import { permalink } from '../../src/addresses/permalinks.ts';
import { postEntry } from '../support/entries.ts';

describe('permalink', () => {
  const post = postEntry({ slug: 'hello', publishDate: '2024-03-01' });

  it.each([
    ['/:year/:month/:slug/', '/2024/03/hello/'],
    ['/:slug/', '/hello/'],
    ['/notes/:year/:month/:day/:slug/', '/notes/2024/03/01/hello/'],
    ['/:year-:month-:day-:slug/', '/2024-03-01-hello/'],
    ['/:slug/:slug/', '/hello/hello/'],
  ])('%s gives %s', (pattern, expected) => {
    expect(permalink(pattern, post)).toBe(expected);
  });

  it('fills in each token once', () => {
    expect(permalink('/:slug/', postEntry({ slug: ':year' }))).toBe('/:year/');
    expect(permalink('/:slug/', postEntry({ slug: '$&' }))).toBe('/$&/');
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

  it('are encoded in links and not in file names', () => {
    expect(new Addresses('https://garden.example/').of('/tags/\u5ead/')).toEqual({
      path: '/tags/\u5ead/',
      url: '/tags/%E5%BA%AD/',
      canonical: 'https://garden.example/tags/%E5%BA%AD/',
    });
  });
});

it('posts are ordered by date, newest first, then by slug', () => {
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
