/** Resolution of links in posts. */
import { describe, expect, it } from 'vitest';
import { linkResolver } from '../../src/addresses/resolver.ts';
import { links, redirect } from '../support/redirects.ts';

function address(path: string, basePath = '') {
  return { path, url: basePath + path, canonical: `https://garden.example${basePath}${path}` };
}

function resolver(basePath = '') {
  return linkResolver(
    links({
      basePath,
      legacyHosts: ['Old.Blogspot.com', 'www.garden.test'],
      exact: [
        redirect('/2020/01/hello.html', address('/2020/01/hello/', basePath)),
        redirect('/2020/01/caf\u00e9.html', address('/2020/01/cafe/', basePath)),
      ],
      preserved: [redirect('/2020/02/Kept.html', address('/2020/02/Kept.html', basePath))],
      posts: { 'other-post': `${basePath}/2020/02/other-post/` },
    }),
  );
}

describe('a link to a legacy host', () => {
  const { link } = resolver();

  it.each([
    'http://old.blogspot.com/2020/01/hello.html',
    'https://old.blogspot.com/2020/01/hello.html',
    'https://OLD.blogspot.COM/2020/01/hello.html',
    'https://old.blogspot.com/2020/01/Hello.html',
    'https://old.blogspot.co.uk/2020/01/hello.html',
    'https://old.blogspot.com.tr/2020/01/hello.html',
    'https://old.blogspot.ca/2020/01/hello.html',
    'https://www.garden.test/2020/01/hello.html',
    'https://old.blogspot.com/2020/01/hello.html?m=1',
    'https://old.blogspot.com/2020/01/hello.html?m=0',
    '//old.blogspot.com/2020/01/hello.html',
    '/2020/01/hello.html',
  ])('resolves %s to the post', (href) => {
    expect(link(href)).toBe('/2020/01/hello/');
  });

  it('keeps its fragment', () => {
    expect(link('https://old.blogspot.com/2020/01/hello.html#c42')).toBe('/2020/01/hello/#c42');
    expect(link('https://old.blogspot.com/2020/01/hello.html?m=1#c42')).toBe('/2020/01/hello/#c42');
    expect(link('/2020/01/hello.html#c42')).toBe('/2020/01/hello/#c42');
  });

  it.each([
    'http://old.blogspot.com/2020/02/Kept.html',
    'https://old.blogspot.co.uk/2020/02/kept.html?m=1',
    'https://www.garden.test/2020/03/kept.html',
    '/2020/02/kept.html',
  ])('resolves %s to the post that kept its URL', (href) => {
    expect(link(href)).toBe('/2020/02/Kept.html');
    expect(resolver('/blog').link(href)).toBe('/blog/2020/02/Kept.html');
  });

  it('is resolved regardless of its encoding', () => {
    expect(link('https://old.blogspot.com/2020/01/caf%C3%A9.html')).toBe('/2020/01/cafe/');
    expect(link('https://old.blogspot.com/2020/01/caf\u00e9.html')).toBe('/2020/01/cafe/');
    expect(link('https://old.blogspot.com/2020/01/cafe\u0301.html')).toBe('/2020/01/cafe/');
  });

  it.each(['https://old.blogspot.com', 'https://old.blogspot.com/', 'http://www.garden.test/'])(
    'resolves %s to the home page',
    (href) => {
      expect(link(href)).toBe('/');
    },
  );

  it.each([
    'https://old.blogspot.com/2020/01/gone.html',
    'https://old.blogspot.com/2020/01/hello.html?showComment=1',
    'https://very-old.blogspot.com/2020/01/hello.html',
    'https://old.blogspot.com.evil.example/2020/01/hello.html',
    'https://old.blogspot.evil/2020/01/hello.html',
    'https://evil.example/old.blogspot.com/2020/01/hello.html',
    'https://old.blogspot.com@evil.example/2020/01/hello.html',
    'https://garden.test/2020/01/hello.html',
    'mailto:someone@old.blogspot.com',
    'https://old.blogspot.com/%zz',
    'not a link',
    'https://',
  ])('does not resolve %s', (href) => {
    expect(link(href)).toBeUndefined();
  });

  it('is recognized even if it cannot be resolved', () => {
    const { isLegacy } = resolver();
    expect(isLegacy('https://old.blogspot.com/2020/01/gone.html')).toBe(true);
    expect(isLegacy('https://old.blogspot.co.uk/search/label/x')).toBe(true);
    expect(isLegacy('https://evil.example/?from=old.blogspot.com')).toBe(false);
    expect(isLegacy('/2020/01/gone.html')).toBe(false);
  });
});

describe('a link within the site', () => {
  it.each([
    ['/tags/', '/blog/tags/'],
    ['/tags/#a', '/blog/tags/#a'],
    ['/?q=1', '/blog/?q=1'],
    ['/', '/blog/'],
    ['/blog/tags/', '/blog/tags/'],
    ['/blogging/', '/blog/blogging/'],
    ['/2020/01/hello.html', '/blog/2020/01/hello/'],
    ['https://old.blogspot.com/2020/01/hello.html', '/blog/2020/01/hello/'],
    ['https://old.blogspot.com/', '/blog/'],
  ])('resolves %s to %s under a base path', (href, expected) => {
    expect(resolver('/blog').link(href)).toBe(expected);
  });

  it.each([
    ['../other-post/', '/2020/02/other-post/'],
    ['../other-post', '/2020/02/other-post/'],
    ['../other-post/index.md', '/2020/02/other-post/'],
    ['../other-post/#place', '/2020/02/other-post/#place'],
  ])('resolves %s to the post in that folder', (href, expected) => {
    expect(resolver().sibling(href)).toBe(expected);
  });

  it.each(['../gone/', '../../other-post/', 'other-post/', '../other-post/image.png'])(
    'does not resolve %s',
    (href) => {
      expect(resolver().sibling(href)).toBeUndefined();
    },
  );
});

describe('a link to the wrong month', () => {
  const { link, hasWrongMonth } = linkResolver(
    links({
      legacyHosts: ['old.blogspot.com'],
      exact: [
        redirect('/2020/01/hello.html', address('/2020/01/hello/')),
        redirect('/2020/01/twice.html', address('/2020/01/twice/')),
        redirect('/2020/02/twice.html', address('/2020/02/twice/')),
        redirect('/p/about.html', address('/about/')),
      ],
    }),
  );

  it.each([
    ['https://old.blogspot.com/2020/02/hello.html', '/2020/01/hello/', true],
    ['https://old.blogspot.com/2020/02/Hello.html?m=1#end', '/2020/01/hello/#end', true],
    ['https://old.blogspot.com/2020/01/hello.html', '/2020/01/hello/', false],
    ['https://old.blogspot.com/2020/03/twice.html', undefined, false],
    ['https://old.blogspot.com/2020/03/about.html', undefined, false],
    ['https://elsewhere.example/2020/02/hello.html', undefined, false],
  ])('%s', (href, target, isWrong) => {
    expect(link(href)).toBe(target);
    expect(hasWrongMonth(href)).toBe(isWrong);
  });
});
