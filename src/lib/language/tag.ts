/** Language tags: which are valid, and which way their text runs. BCP 47, https://www.rfc-editor.org/rfc/bcp47 */

export type Direction = 'ltr' | 'rtl';

/** Attributes of an element whose text is in another language than that around it; else none. */
export interface LangAttributes {
  readonly lang?: string;
  readonly dir?: Direction;
}

/** Scripts that are written from right to left. https://www.unicode.org/cldr/charts/latest/supplemental/scripts_and_languages.html */
const RIGHT_TO_LEFT: ReadonlySet<string | undefined> = new Set([
  ...['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'],
]);

/** Whether the tag is well-formed and its language known by name: `english` is not. */
export function isLanguage(tag: string): boolean {
  try {
    return (
      new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag) !== undefined
    );
  } catch {
    return false;
  }
}

/** In the usual letter case: `pt-BR`. @param tag of a language that is known */
export function canonicalTag(tag: string): string {
  return new Intl.Locale(tag).toString();
}

/** Without region and script: `en` of `en-GB`. */
export function languageOf(tag: string): string {
  return new Intl.Locale(tag).language;
}

export function directionOf(tag: string): Direction {
  return RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script) ? 'rtl' : 'ltr';
}

const locales = new Map<string, string | undefined>();

/** Language and country as Open Graph writes them: `pt_BR`. Where none is named, the most likely country. */
export function localeOf(tag: string): string | undefined {
  // Every post asks, and most have the language of the site.
  if (!locales.has(tag)) {
    const { language, region } = new Intl.Locale(tag).maximize();
    const isCountry = region !== undefined && /^[A-Z]/.test(region);
    locales.set(tag, isCountry ? `${language}_${region}` : undefined);
  }
  return locales.get(tag);
}

/** What marks a whole document. */
export function rootLang(tag: string): LangAttributes {
  return directionOf(tag) === 'rtl' ? { lang: tag, dir: 'rtl' } : { lang: tag };
}

const NONE: LangAttributes = {};

/** What marks text of one language among text of another. */
export function langAttributes(tag: string, around: string): LangAttributes {
  if (tag === around) return NONE;
  const dir = directionOf(tag);
  return dir === directionOf(around) ? { lang: tag } : { lang: tag, dir };
}
