/** Sitemap. https://www.sitemaps.org/protocol.html */
import { h } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { renderXml } from '../layouts/render.ts';

export const data = {
  permalink: ({ site }: { site: Site }): string => site.fixed.sitemap.path,
  eleventyExcludeFromCollections: true,
};

const NAMESPACES: Readonly<Record<string, string>> = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
};

// JSX's types cover HTML only.
export function render({ site }: { site: Site }): string {
  return renderXml(
    h(
      'urlset',
      site.sitemap.some(({ alternates }) => alternates.length > 0)
        ? { ...NAMESPACES, 'xmlns:xhtml': 'http://www.w3.org/1999/xhtml' }
        : NAMESPACES,
      site.sitemap.map(({ url, lastModified, images, alternates }) =>
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
    ),
  );
}

/** https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap */
function alternate(hreflang: string, href: string) {
  return h('xhtml:link', { rel: 'alternate', hreflang, href });
}
