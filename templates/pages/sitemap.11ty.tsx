/** Sitemap. https://www.sitemaps.org/protocol.html */
import { h } from 'preact';
import type { SitemapFile } from '../../src/site/model.ts';
import { renderXml } from '../layouts/render.ts';

export const data = {
  pagination: { data: 'site.sitemaps', size: 1, alias: 'file' },
  permalink: ({ file }: { file: SitemapFile }): string => file.path,
  eleventyExcludeFromCollections: true,
};

const NAMESPACES: Readonly<Record<string, string>> = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
};

// JSX's types cover HTML only.
export function render({ file }: { file: SitemapFile }): string {
  const { pages, parts } = file;
  return renderXml(parts.length > 0 ? index(parts) : list(pages));
}

/** https://www.sitemaps.org/protocol.html#index */
function index(parts: SitemapFile['parts']) {
  const items = parts.map(({ canonical }) => h('sitemap', null, h('loc', null, canonical)));
  return h('sitemapindex', { xmlns: NAMESPACES['xmlns'] }, items);
}

function list(pages: SitemapFile['pages']) {
  return h(
    'urlset',
    pages.some(({ alternates }) => alternates.length > 0)
      ? { ...NAMESPACES, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' }
      : NAMESPACES,
    pages.map(({ url, lastModified, images, alternates }) =>
      h(
        'url',
        null,
        h('loc', null, url),
        lastModified !== undefined && h('lastmod', null, lastModified),
        alternates.map(({ language, canonical }) => alternate(language, canonical)),
        alternates.slice(0, 1).map(({ canonical }) => alternate('x-default', canonical)),
        images.map((image) => h('image:image', null, h('image:loc', null, image))),
      ),
    ),
  );
}

/** https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap */
function alternate(hreflang: string, href: string) {
  return h('xhtml:link', { rel: 'alternate', hreflang, href });
}
