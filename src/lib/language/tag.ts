/** Language tags (BCP 47, https://www.rfc-editor.org/rfc/bcp47) and text direction. */

export type Direction = 'ltr' | 'rtl';

/** `lang` and `dir` of an element; empty if they equal those of its context. */
export interface LangAttributes {
  readonly lang?: string;
  readonly dir?: Direction;
}

/** Right-to-left scripts. https://www.unicode.org/cldr/charts/latest/supplemental/scripts_and_languages.html */
const RIGHT_TO_LEFT: ReadonlySet<string | undefined> = new Set([
  ...['Adlm', 'Arab', 'Hebr', 'Mand', 'Mend', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa', 'Yezi'],
]);

/** Whether the tag is well-formed and its language is known: `english` is not. */
export function isLanguage(tag: string): boolean {
  try {
    return (
      new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(tag) !== undefined
    );
  } catch {
    return false;
  }
}

/** Canonical case: `pt-BR`. Throws for a malformed tag. */
export function canonicalTag(tag: string): string {
  return new Intl.Locale(tag).toString();
}

/** The primary language: `en` of `en-GB`. */
export function languageOf(tag: string): string {
  return new Intl.Locale(tag).language;
}

export function directionOf(tag: string): Direction {
  return RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script) ? 'rtl' : 'ltr';
}

const locales = new Map<string, string | undefined>();

/** Open Graph locale: `pt_BR`. Without a region, uses the most likely country. */
export function localeOf(tag: string): string | undefined {
  // Called for every post, most of which have the language of the site.
  if (!locales.has(tag)) {
    const { language, region } = new Intl.Locale(tag).maximize();
    const isCountry = region !== undefined && /^[A-Z]/.test(region);
    locales.set(tag, isCountry ? `${language}_${region}` : undefined);
  }
  return locales.get(tag);
}

/** The language in its own words, as a title: `Deutsch`. */
export function nameOf(tag: string): string {
  const name =
    new Intl.DisplayNames([tag, 'en'], { type: 'language', languageDisplay: 'standard' }).of(tag) ??
    tag;
  const [first = '', ...others] = name;
  return first.toLocaleUpperCase(tag) + others.join('');
}

/** Attributes of the root element. */
export function rootLang(tag: string): LangAttributes {
  return directionOf(tag) === 'rtl' ? { lang: tag, dir: 'rtl' } : { lang: tag };
}

const NONE: LangAttributes = {};

/** Attributes of text in one language inside text in another. */
export function langAttributes(tag: string, around: string): LangAttributes {
  if (tag === around) return NONE;
  const dir = directionOf(tag);
  return dir === directionOf(around) ? { lang: tag } : { lang: tag, dir };
}
