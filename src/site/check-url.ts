/** Warns if the site would tell readers and search engines an example as its own URL. */
import { isExampleUrl } from '../lib/example-host.ts';
import type { Problem, Problems } from '../lib/problem.ts';

/** @param place of the setting in `site.yaml`; without a field if the URL is from the command line */
export function checkSiteUrl(
  url: string,
  place: Pick<Problem, 'file' | 'field'>,
  problems: Problems,
): void {
  if (!isExampleUrl(url)) return;
  problems.warn({
    ...place,
    code: 'site-url-example',
    message: `The URL of the site is ${url}, an address for examples and tests, so canonical links, feeds, link previews and the sitemap do not lead to your site.`,
    hint:
      place.field === undefined
        ? 'Give the address of your home page: `--site-url https://YOUR-DOMAIN/`.'
        : 'Write the address of your home page into `site.yaml`: `url: https://YOUR-DOMAIN/`.',
  });
}
