/** Links of the old blog to itself. */
import { describe, expect, it } from 'vitest';
import type { ImportedEntry } from '../../src/import/model.ts';
import { OwnLinks } from '../../src/import/own-links.ts';

const links = new OwnLinks(
  [
    { path: 'posts/roses', legacyUrls: ['/2011/05/roses.html', '/?p=12'] },
    { path: 'posts/日本', legacyUrls: ['/2011/06/%E6%97%A5%E6%9C%AC.html'] },
    { path: 'pages/about/team', legacyUrls: ['/about/team/'] },
    { path: undefined, legacyUrls: ['/category/herbs/'] },
  ],
  {
    hosts: ['garden.blogspot.com', 'blog.garden.org'],
    url: 'https://blog.garden.org/',
    isBlogger: true,
  },
);

function link(href: string, base?: string, legacyUrl = '/2011/05/roses.html'): string | undefined {
  const entry: ImportedEntry = {
    type: 'post',
    id: '1',
    place: { file: 'feed.atom' },
    status: 'public',
    title: '',
    authors: [],
    tags: [],
    legacyUrls: [legacyUrl],
    body: { format: 'html', text: '', base },
  };
  return links.link(href, entry, 'posts/roses');
}

describe('a link to a post', () => {
  it.each([
    'https://garden.blogspot.com/2011/06/%E6%97%A5%E6%9C%AC.html',
    'http://garden.blogspot.co.uk/2011/06/%e6%97%a5%e6%9c%ac.html?m=1',
    '//www.blog.garden.org/2011/06/日本.html',
    'HTTP://GARDEN.BLOGSPOT.COM/2011/06/日本.HTML',
    '/2011/06/日本.html?showComment=1305',
    '../06/日本.html',
  ])('is relative: %s', (href) => {
    expect(link(href)).toBe('../日本/');
  });

  it('keeps its fragment', () => {
    expect(link('http://garden.blogspot.de/2011/06/日本.html?m=1#c5')).toBe('../日本/#c5');
  });

  it('is a fragment alone within the post', () => {
    expect(link('https://blog.garden.org/2011/05/roses.html#part')).toBe('#part');
    expect(link('https://blog.garden.org/?p=12')).toBe('../roses/');
    expect(link('#part')).toBeUndefined();
  });
});

it('leads to the new address of a page', () => {
  expect(link('https://blog.garden.org/about/team')).toBe('/about/team/');
});

it.each([
  ['https://blog.garden.org/', '/'],
  ['http://garden.blogspot.com/search/label/Tea%20%26%20toast', '/search/label/Tea%20%26%20toast'],
  ['https://garden.blogspot.com/2011_05_01_archive.html', '/2011_05_01_archive.html'],
  ['https://blog.garden.org/category/herbs/?utm_source=x', '/category/herbs/?utm_source=x'],
])('leads to what redirects know: %s', (href, expected) => {
  expect(link(href)).toBe(expected);
});

it.each([
  'https://example.org/2011/05/roses.html',
  'https://garden.blogspot.com.evil.example/',
  'https://blog.garden.org/unknown.html',
  'https://blog.garden.org/?p=99',
  'mailto:ada@example.org',
  'javascript:alert(1)',
  'http://[',
  '',
])('leaves other links alone: %j', (href) => {
  expect(link(href)).toBeUndefined();
});

it('makes a relative link absolute if nothing on the new site replaces it', () => {
  expect(link('/files/list.pdf')).toBe('https://blog.garden.org/files/list.pdf');
  expect(link('list.pdf', 'https://blog.garden.org/2011/05/roses.html')).toBe(
    'https://blog.garden.org/2011/05/list.pdf',
  );
});

it('reads links of an entry whose own address nobody can read', () => {
  expect(link('list.pdf', undefined, '//[')).toBeUndefined();
  expect(link('/2011/05/roses.html', undefined, '//[')).toBe('../roses/');
});
