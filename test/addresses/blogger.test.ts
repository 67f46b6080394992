/** Redirects from Blogger's own URLs. */
import { describe, expect, it } from 'vitest';
import { Addresses } from '../../src/addresses/address.ts';
import { leavesBlogger, withBlogger } from '../../src/addresses/blogger.ts';
import { siteSchema } from '../../src/content/site-schema.ts';
import { NO_REDIRECTS, redirect } from '../support/redirects.ts';

const addresses = new Addresses('https://garden.example/');

function tableOf(
  tags: readonly string[],
  {
    taken = [],
    exact = [],
    pages = [],
  }: {
    taken?: readonly string[];
    exact?: readonly string[];
    pages?: readonly string[];
  } = {},
) {
  const table = withBlogger(
    { ...NO_REDIRECTS, exact: exact.map((from) => redirect(from, addresses.of('/mine/'))) },
    {
      titles: new Map(pages.map((path) => [path, path])),
      files: [],
      feeds: new Set(['/rss.xml']),
      months: ['/2015/06/'],
      tags: tags.map((name, index) => ({
        name,
        ...addresses.of(`/tags/${index}/`),
        feeds: addresses.feedsBelow(`/tags/${index}/`),
        count: 1,
      })),
      pages: [{ slug: 'about', address: addresses.of('/about/') }],
      postFeeds: addresses.feedsBelow('/'),
      comments: addresses.of('/comments/atom.xml'),
    },
    taken,
    addresses,
  );
  const targets = Object.fromEntries(table.exact.map(({ from, to }) => [from, to.path]));
  return { ...table, targets };
}

describe('withBlogger', () => {
  it.each([
    [{}, false],
    [{ legacyHosts: ['garden.blogspot.com'] }, true],
    [{ legacyHosts: ['www.garden.example'] }, false],
    [{ legacyHosts: ['www.garden.example'], legacy: 'blogger' }, true],
    [{ legacyHosts: ['garden.blogspot.com'], legacy: 'none' }, false],
  ])('applies according to the settings: %j', (settings, expected) => {
    expect(leavesBlogger(siteSchema.parse(settings))).toBe(expected);
  });

  it('redirects archives, labels, pages and feeds', () => {
    const { targets, gone, patterns } = tableOf(['PyPI', 'Tea & toast']);
    expect(targets).toEqual({
      '/2015_06_01_archive.html': '/2015/06/',
      '/feeds/comments/default': '/comments/atom.xml',
      '/feeds/posts/default': '/atom.xml',
      '/feeds/posts/default/-/PyPI': '/tags/0/atom.xml',
      '/feeds/posts/default/-/Tea & toast': '/tags/1/atom.xml',
      '/feeds/posts/summary': '/atom.xml',
      '/feeds/posts/summary/-/PyPI': '/tags/0/atom.xml',
      '/feeds/posts/summary/-/Tea & toast': '/tags/1/atom.xml',
      '/p/about.html': '/about/',
      '/search/label/PyPI': '/tags/0/',
      '/search/label/Tea & toast': '/tags/1/',
    });
    expect(gone).toEqual([]);
    expect(patterns.map(({ from, to }) => [from, to])).toEqual([
      ['/:year_:month_:day_archive.html', '/:year/:month/'],
    ]);
  });

  it('adds no pattern that would hide a page', () => {
    const { patterns, targets } = tableOf([], { pages: ['/2009_05_01_archive.html', '/2009/05/'] });
    expect(patterns).toEqual([]);
    expect(targets).toHaveProperty(['/2015_06_01_archive.html'], '/2015/06/');
  });

  it('redirects feeds to feeds', () => {
    const { exact } = tableOf(['a']);
    expect(exact.filter(({ kind }) => kind === 'feed').map(({ from }) => from)).toEqual([
      '/feeds/comments/default',
      '/feeds/posts/default',
      '/feeds/posts/default/-/a',
      '/feeds/posts/summary',
      '/feeds/posts/summary/-/a',
    ]);
  });

  it('redirects feeds to RSS if the query asks for it', () => {
    const asked = tableOf(['a']).exact.flatMap(({ from, byQuery }) =>
      byQuery === undefined ? [] : [[from, `${byQuery.name}=${byQuery.value}`, byQuery.to.path]],
    );
    expect(asked).toEqual([
      ['/feeds/posts/default', 'alt=rss', '/rss.xml'],
      ['/feeds/posts/summary', 'alt=rss', '/rss.xml'],
    ]);
  });

  it('skips addresses that the site has or redirects itself', () => {
    const { targets } = tableOf(['a'], {
      taken: ['feeds/comments', 'search/index.html', 'p', 'feeds/posts/default/notes.txt'],
      exact: ['/2015_06_01_archive.html', '/SEARCH/label/A'],
    });
    expect(targets).toEqual({
      '/2015_06_01_archive.html': '/mine/',
      '/SEARCH/label/A': '/mine/',
      '/feeds/posts/default': '/atom.xml',
      '/feeds/posts/default/-/a': '/tags/0/atom.xml',
      '/feeds/posts/summary': '/atom.xml',
      '/feeds/posts/summary/-/a': '/tags/0/atom.xml',
    });
  });

  it('redirects labels that differ only in case to one tag, and skips labels invalid in a URL', () => {
    const { targets } = tableOf(['Tea', 'tea', '..', 'a\\b', 'a//b']);
    expect(Object.entries(targets).filter(([from]) => /label|-/.test(from))).toEqual([
      ['/feeds/posts/default/-/Tea', '/tags/0/atom.xml'],
      ['/feeds/posts/default/-/tea', '/tags/0/atom.xml'],
      ['/feeds/posts/summary/-/Tea', '/tags/0/atom.xml'],
      ['/feeds/posts/summary/-/tea', '/tags/0/atom.xml'],
      ['/search/label/Tea', '/tags/0/'],
      ['/search/label/tea', '/tags/0/'],
    ]);
  });
});
