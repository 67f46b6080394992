import { describe, expect, it } from 'vitest';
import { Addresses } from '../../src/addresses/address.ts';
import type { SitemapEntry } from '../../src/site/model.ts';
import { sitemapFiles, type SitemapLimits } from '../../src/site/sitemap.ts';
import { render } from '../../templates/pages/sitemap.11ty.tsx';

const addresses = new Addresses('https://garden.example/blog/');
const entries: SitemapEntry[] = ['a', 'b', 'c', 'd', 'e'].map((name) => ({
  url: `https://garden.example/blog/${name}/`,
  lastModified: undefined,
  images: [],
  alternates: [],
}));

const filesFor = (limits?: SitemapLimits) =>
  sitemapFiles(entries, addresses.of('/sitemap.xml'), addresses, limits);
const urlsIn = (xml: string) => [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url);

describe('the sitemap', () => {
  it('is one file, also if a blog is empty', () => {
    expect(filesFor().map(({ path, pages }) => [path, pages.length])).toEqual([
      ['/sitemap.xml', 5],
    ]);
    const [file, ...more] = sitemapFiles([], addresses.of('/sitemap.xml'), addresses);
    expect(more).toEqual([]);
    expect(file && urlsIn(render({ file }))).toEqual([]);
  });

  it.each([
    ['URLs', { urls: 2, characters: 1000 }],
    ['characters', { urls: 100, characters: 70 }],
  ])('is an index of files if it has too many %s for one', (_, limits) => {
    const [index, ...parts] = filesFor(limits).map((file) => ({ ...file, xml: render({ file }) }));
    expect(index?.path).toBe('/sitemap.xml');
    expect(index?.xml).toContain(
      '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    );
    expect(urlsIn(index?.xml ?? '')).toEqual(
      [1, 2, 3].map((number) => `https://garden.example/blog/sitemap-${number}.xml`),
    );
    expect(parts.map(({ path }) => path)).toEqual([
      ...['/sitemap-1.xml', '/sitemap-2.xml', '/sitemap-3.xml'],
    ]);
    expect(parts.flatMap(({ xml }) => urlsIn(xml))).toEqual(entries.map(({ url }) => url));
    expect(parts.map(({ pages }) => pages.length)).toEqual([2, 2, 1]);
  });

  it('holds at most 50,000 pages in a file', () => {
    const many = Array.from({ length: 100_001 }, (_, number) => ({
      ...{ url: `https://g.example/${number}`, lastModified: undefined },
      ...{ images: [], alternates: [] },
    }));
    const files = sitemapFiles(many, addresses.of('/sitemap.xml'), addresses);
    expect(files.map(({ pages }) => pages.length)).toEqual([0, 50_000, 50_000, 1]);
  });
});
