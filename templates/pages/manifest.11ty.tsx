/** Web app manifest. https://www.w3.org/TR/appmanifest/ */
import type { Site } from '../../src/site/model.ts';

/** The light `--paper` of `public/css/tokens.css`. */
const PAPER = '#fbfaf5';

export const data = {
  permalink: ({ site }: { site: Site }): string => site.fixed.manifest.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site }: { site: Site }): string {
  const { facts, fixed } = site;
  const manifest = {
    name: facts.title,
    description: facts.description === '' ? undefined : facts.description,
    lang: facts.language,
    dir: facts.siteLang.dir ?? 'ltr',
    id: fixed.home.url,
    start_url: fixed.home.url,
    scope: fixed.home.url,
    display: 'minimal-ui',
    background_color: PAPER,
    theme_color: PAPER,
    icons: facts.icons.maskable.map(({ url, pixels }) => ({
      src: url,
      sizes: `${pixels}x${pixels}`,
      type: 'image/png',
      purpose: 'any maskable',
    })),
  };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}
