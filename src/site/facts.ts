/** What is true of the site as a whole. */
import type { Addresses } from '../addresses/address.ts';
import type { Plan } from '../addresses/plan.ts';
import type { SiteSettings } from '../content/site-schema.ts';
import { TRANSLATED_LANGUAGES, isTranslated } from '../lib/language/language.ts';
import { localeOf, rootLang } from '../lib/language/tag.ts';
import { decodePath } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { NavigationLink, Preview, SiteFacts } from './model.ts';

/** Facts from the settings. A navigation link to a page that the site does not have is an error. */
export function buildFacts(
  settings: SiteSettings,
  settingsFile: string,
  plan: Plan,
  addresses: Addresses,
  preview: Preview | undefined,
  problems: Problems,
): Omit<SiteFacts, 'hashed'> {
  checkLanguage(settings.language, settingsFile, problems);
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
            checkTarget(link.url, `navigation[${index}].url`, settingsFile, plan, problems);
            return navigationLink(link, addresses);
          })
        : plan.pages.map(({ entry, address }) => ({
            text: entry.fields.title,
            url: address.url,
            local: true,
          })),
    social: settings.social,
    hub: settings.hub,
    legacyHosts: settings.legacyHosts,
  };
}

/** A site can be in any language; the words around its content are there in some. */
function checkLanguage(language: string, file: string, problems: Problems): void {
  if (isTranslated(language)) return;
  problems.warn({
    code: 'language-without-words',
    file,
    field: 'language',
    message: `The pages say in English what they say besides the content, such as "Archive": there are no words for "${language}" yet. Dates, numbers and the direction of the text are those of "${language}".`,
    hint: `Add a table as "A language" in CONTRIBUTING.md tells, or choose one of the languages that have words: ${TRANSLATED_LANGUAGES.join(', ')}.`,
  });
}

function navigationLink(
  { text, url }: { text: string; url: string },
  addresses: Addresses,
): NavigationLink {
  if (isElsewhere(url)) return { text, url, local: false };
  const [path = '', fragment] = url.split('#');
  const address = addresses.of(decodePath(path) ?? path).url;
  return { text, url: fragment === undefined ? address : `${address}#${fragment}`, local: true };
}

function checkTarget(
  url: string,
  field: string,
  file: string,
  { titles }: Plan,
  problems: Problems,
): void {
  if (isElsewhere(url)) return;
  const path = url.replace(/#.*$/, '');
  if (titles.has(decodePath(path) ?? path)) return;
  problems.error({
    code: 'navigation-target-missing',
    file,
    field,
    message: `The navigation leads to ${url}, but the site has no such page.`,
    hint: 'Write the path of a page of this site with its slashes, such as `/about/`, or a whole address with https://.',
  });
}

function isElsewhere(url: string): boolean {
  return /^(?:https?:\/\/|mailto:)/.test(url);
}
