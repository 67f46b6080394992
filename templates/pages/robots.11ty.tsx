/** robots.txt: crawlers may read everything that `public/robots.txt` does not forbid. */
import type { Site } from '../../src/site/model.ts';

export const data = {
  permalink: ({ site }: { site: Site }): string => site.fixed.robots.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site }: { site: Site }): string {
  return site.robots;
}
