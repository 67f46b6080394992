/** What is true of the site as a whole. */
import type { Addresses } from '../addresses/address.ts';
import type { Plan } from '../addresses/plan.ts';
import type { SiteSettings } from '../content/site-schema.ts';
import type { Problems } from '../problem.ts';
import type { NavigationLink, SiteFacts } from './model.ts';

/** Facts from the settings. A navigation link to a page that the site does not have is an error. */
export function buildFacts(
  settings: SiteSettings,
  settingsFile: string,
  plan: Plan,
  addresses: Addresses,
  problems: Problems,
): SiteFacts {
  return {
    title: settings.title,
    description: settings.description ?? '',
    language: settings.language,
    author: settings.author,
    basePath: addresses.basePath,
    url: plan.fixed.home.canonical,
    navigation:
      settings.navigation.length > 0
        ? settings.navigation.map((link) =>
            navigationLink(link, settingsFile, plan, addresses, problems),
          )
        : plan.pages.map(({ entry, address }) => ({
            text: entry.fields.title,
            url: address.url,
            local: true,
          })),
    social: settings.social,
  };
}

function navigationLink(
  { text, url }: { text: string; url: string },
  file: string,
  { pages, posts, fixed, tags, authors }: Plan,
  addresses: Addresses,
  problems: Problems,
): NavigationLink {
  if (!url.startsWith('/') || url.startsWith('//')) return { text, url, local: false };
  const known = [...pages, ...posts].some(({ address }) => address.path === url);
  const listed = [...Object.values(fixed), ...tags, ...authors].some(({ path }) => path === url);
  if (!known && !listed) {
    problems.error({
      code: 'site-navigation-missing',
      file,
      field: 'navigation',
      message: `The navigation leads to ${url}, but the site has no such page.`,
      hint: 'Write the path of a page of this site, such as `/about/`, with its slashes.',
    });
  }
  return { text, url: addresses.of(url).url, local: true };
}
