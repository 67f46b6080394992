/** Canonical URL, meta refresh and feed IDs of a response. */
import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/verify/page-facts.ts';

const HERE = 'https://example.org/a/b/';

describe('a page', () => {
  it.each([
    ['0; url=/c/', 'https://example.org/c/'],
    ['0;URL="https://example.com/"', 'https://example.com/'],
    ["5, url = '../x.html'", 'https://example.org/a/x.html'],
    ['0; /c/', 'https://example.org/c/'],
    ['30', undefined],
  ])('that refreshes by %j leads to %s', (content, target) => {
    const html = `<meta http-equiv="Refresh" content="${content.replaceAll('"', '&quot;')}">`;
    expect(readPage(html, 'text/html', HERE).refresh).toBe(target);
  });

  it.each([
    ['<link rel="canonical" href="/c/">', 'https://example.org/c/'],
    ['<link rel="alternate" href="/c/">', undefined],
    ['<link rel="canonical" href="https://">', undefined],
  ])('with %s', (html, canonical) => {
    expect(readPage(html, 'text/html', HERE).canonical).toBe(canonical);
  });

  it.each(['<b>', '<b></i>', '<b/></x>'])('full of %s is not read', (markup) => {
    const started = performance.now();
    const html = `<link rel="canonical" href="/c/">${markup.repeat(300_000)}`;
    expect(readPage(html, 'text/html', HERE).canonical).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(2000);
  });

  it('is not a feed', () => {
    expect(
      readPage('<rss><item><guid>1</guid></item></rss>', 'text/html', HERE).ids,
    ).toBeUndefined();
  });
});

describe('a feed', () => {
  const RSS =
    '<rss><channel><link>x</link><item><title>&lt;b&gt;</title><guid isPermaLink="false"> a&amp;b </guid></item><item><guid>c</guid></item></channel></rss>';
  const ATOM =
    '<feed xmlns="http://www.w3.org/2005/Atom"><id>feed</id><entry><id>a&amp;b</id></entry><entry><link href="x"/><id>c</id></entry></feed>';

  it.each([
    ['RSS', 'application/rss+xml', RSS],
    ['Atom', 'application/atom+xml', ATOM],
    ['XML', 'text/xml', ATOM],
    ['JSON', 'application/feed+json', '{ "items": [{ "id": "a&b" }, { "id": "c" }] }'],
  ])('as %s has ids', (_, type, text) => {
    expect(readPage(text, type, HERE).ids).toEqual(['a&b', 'c']);
  });

  it.each([
    ['application/xml', '<urlset></urlset>'],
    ['application/json', '{ "items": 3 }'],
    ['application/json', 'no JSON'],
    ['application/octet-stream', RSS],
  ])('is not what comes as %s with %s', (type, text) => {
    expect(readPage(text, type, HERE).ids).toBeUndefined();
  });
});
