/** robots.txt: crawlers may read everything. https://www.rfc-editor.org/rfc/rfc9309 */
import type { Site } from '../../src/site/model.ts';

export const data = {
  permalink: ({ site }: { site: Site }): string => site.fixed.robots.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site }: { site: Site }): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${site.fixed.sitemap.canonical}\n`;
}
