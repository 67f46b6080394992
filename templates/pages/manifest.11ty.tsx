/** Web app manifest, merged with `public/site.webmanifest`. */
import type { Site } from '../../src/site/model.ts';

export const data = {
  permalink: ({ site }: { site: Site }): string => site.fixed.manifest.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site }: { site: Site }): string {
  return site.manifest;
}
