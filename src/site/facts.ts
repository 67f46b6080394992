/** Builds the site's metadata from its settings. */
import type { Addresses } from '../addresses/address.ts';
import type { Plan } from '../addresses/plan.ts';
import type { SiteSettings } from '../content/site-schema.ts';
import { TRANSLATED_LANGUAGES, isTranslated } from '../lib/language/language.ts';
import { localeOf, rootLang } from '../lib/language/tag.ts';
import { decodePath } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { NavigationLink, Preview, SiteFacts } from './model.ts';

/** Reports navigation links to missing pages. */
export function buildFacts(
  settings: SiteSettings,
  settingsFile: string,
  plan: Plan,
  addresses: Addresses,
  preview: Preview | undefined,
  problems: Problems,
): Omit<SiteFacts, 'hashed'> {
  checkLanguage(settings.language, { file: settingsFile, field: 'language' }, problems);
  return {
    title: settings.title,
    description: settings.description ?? '',
    language: settings.language,
    locale: localeOf(settings.language),
    siteLang: rootLang(settings.language),
    author: settings.author,
    icon: plan.icons.svg?.canonical,
    logo: plan.icons.logo?.canonical,
    preview,
    icons: plan.icons,
    basePath: addresses.basePath,
    url: plan.fixed.home.canonical,
    navigation:
      settings.navigation.length > 0
        ? settings.navigation.map((link, index) => {
            const place = { file: settingsFile, field: `navigation[${index}].url` };
            return navigationLink(link, place, plan, addresses, problems);
          })
        : plan.pages
            .filter(({ entry }) => !entry.slug.includes('/'))
            .map(({ entry, address }) => ({
              text: entry.fields.title,
              url: address.url,
              local: true,
            })),
    social: settings.social,
    hub: settings.hub,
    legacyHosts: settings.legacyHosts,
  };
}

/** Interface text is translated to some languages only. */
export function checkLanguage(
  language: string,
  place: { readonly file: string; readonly field: string },
  problems: Problems,
): void {
  if (isTranslated(language)) return;
  problems.warn({
    code: 'language-without-words',
    ...place,
    message: `There is no translation for "${language}" yet, so buttons and labels such as "Archive" are in English; dates, numbers and the text direction follow "${language}".`,
    hint: `Add a translation (see "A language" in CONTRIBUTING.md), or choose a translated language: ${TRANSLATED_LANGUAGES.join(', ')}.`,
  });
}

function navigationLink(
  { text, url }: { text: string; url: string },
  place: { readonly file: string; readonly field: string },
  { titles }: Plan,
  addresses: Addresses,
  problems: Problems,
): NavigationLink {
  if (/^(?:https?:\/\/|mailto:)/.test(url)) return { text, url, local: false };
  const [written = '', ...fragment] = url.split('#');
  const path = decodePath(written) ?? written;
  if (!titles.has(path))
    problems.error({
      ...place,
      code: 'navigation-target-missing',
      message: `The navigation links to ${url}, but the site has no such page.`,
      hint: 'Write the path of a page with both slashes, such as `/about/`, or a full URL with https://.',
    });
  return { text, url: [addresses.of(path).url, ...fragment].join('#'), local: true };
}
