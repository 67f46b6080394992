/** Builds the site's metadata from its settings. */
import type { Addresses } from '../addresses/address.ts';
import type { Plan } from '../addresses/plan.ts';
import type { Content } from '../content/entries.ts';
import { TRANSLATED_LANGUAGES, isTranslated } from '../lib/language/language.ts';
import { localeOf, rootLang } from '../lib/language/tag.ts';
import type { Problems } from '../lib/problem.ts';
import { buildNavigation, checkNavigation } from './navigation.ts';
import type { Preview, SiteFacts } from './model.ts';
import { newsletterOf } from './services.ts';

/** Reports navigation links to missing pages. */
export function buildFacts(
  content: Pick<Content, 'settings' | 'originals'>,
  settingsFile: string,
  plan: Plan,
  addresses: Addresses,
  preview: Preview | undefined,
  problems: Problems,
): Omit<SiteFacts, 'hashed' | 'brand' | 'analytics'> {
  const { settings } = content;
  const [main] = plan.editions;
  checkLanguage(settings.language, { file: settingsFile, field: 'language' }, problems);
  checkNavigation(settings.navigation, settingsFile, plan, problems);
  return {
    title: settings.title,
    description: settings.description ?? '',
    language: settings.language,
    locale: localeOf(settings.language),
    siteLang: rootLang(settings.language),
    slotLang: {},
    author: settings.author,
    icon: plan.icons.svg?.canonical,
    logo: plan.icons.logo?.canonical,
    preview,
    icons: plan.icons,
    basePath: addresses.basePath,
    url: plan.fixed.home.canonical,
    navigation: main === undefined ? [] : buildNavigation(main, plan, content, addresses),
    home: settings.home,
    lists: settings.lists,
    licence: settings.licence,
    social: settings.social,
    hub: settings.hub,
    legacyHosts: settings.legacyHosts,
    newsletter: newsletterOf(settings),
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
