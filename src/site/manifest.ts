/** The web app manifest. https://www.w3.org/TR/appmanifest/ */
import type { FixedPages } from '../addresses/fixed-pages.ts';
import type { OwnFile } from '../content/own-files.ts';
import { mergeJson } from '../lib/merge-json.ts';
import type { Problems } from '../lib/problem.ts';
import type { SiteFacts } from './model.ts';

/** @param own `public/site.webmanifest`, whose values prevail; reports those that the build would set otherwise */
export function manifestText(
  facts: SiteFacts,
  { home }: FixedPages,
  own: OwnFile | undefined,
  problems: Problems,
): string {
  const manifest = {
    name: facts.title,
    description: facts.description === '' ? undefined : facts.description,
    lang: facts.language,
    dir: facts.siteLang.dir ?? 'ltr',
    id: home.url,
    start_url: home.url,
    scope: home.url,
    display: 'minimal-ui',
    background_color: facts.brand.paper.light,
    theme_color: facts.brand.paper.light,
    icons: facts.icons.maskable.map(({ url, pixels }) => ({
      src: url,
      sizes: `${pixels}x${pixels}`,
      type: 'image/png',
      purpose: 'any maskable',
    })),
  };
  if (own?.invalid !== undefined) problems.error(own.invalid);
  const { value, replaced, mismatched } = mergeJson(own?.json, manifest);
  const others = [...replaced, ...mismatched];
  if (own !== undefined && others.length > 0)
    problems.warn({
      file: own.file,
      code: 'own-file-wins',
      message: `${own.file} sets ${others.join(', ')} to something else than the build; the file prevails.`,
      hint: 'Do nothing if that is what you want; otherwise remove it from the file.',
    });
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
