/** Every page for search engines. https://www.sitemaps.org/protocol.html */
import { h } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { renderXml } from '../layouts/render.ts';

export const data = {
  permalink: ({ site }: { site: Site }): string => site.fixed.sitemap.path,
  eleventyExcludeFromCollections: true,
};

// The elements are XML, which JSX's types do not know.
export function render({ site }: { site: Site }): string {
  return renderXml(
    h(
      'urlset',
      { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' },
      site.sitemap.map(({ url, lastModified }) =>
        h(
          'url',
          null,
          h('loc', null, url),
          lastModified !== undefined && h('lastmod', null, lastModified),
        ),
      ),
    ),
  );
}
