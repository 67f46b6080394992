/** Interface text, dates and numbers by language tag. */
import { intlFormats, translatedFormats, type Formats } from './formats.ts';
import { langAttributes, languageOf, type LangAttributes } from './tag.ts';
import { ENGLISH, TRANSLATIONS } from './translations.ts';
import { messagesOf, type Messages } from './words.ts';
import { ownValue } from '../own-value.ts';

export interface Words extends Messages {
  /** `lang` and `dir` of text that falls back to English; empty if it is translated. */
  readonly lang: LangAttributes;
}

export const TRANSLATED_LANGUAGES: readonly string[] = Object.keys(TRANSLATIONS);

const cache = new Map<string, Words>();

/** @param tag canonical; a region has the interface text of its language */
export function wordsIn(tag: string): Words {
  const cached = cache.get(tag);
  if (cached !== undefined) return cached;
  const language = languageOf(tag);
  const translation = ownValue(TRANSLATIONS, language) ?? ENGLISH;
  const translated = isTranslated(tag) ? language : 'en';
  const words = {
    ...messagesOf(translated, translation, formatsOf(tag)),
    lang: langAttributes(translated, language),
  };
  cache.set(tag, words);
  return words;
}

/** All interface text of a language in one text. */
export function interfaceText(tag: string): string {
  return JSON.stringify(ownValue(TRANSLATIONS, languageOf(tag)) ?? ENGLISH);
}

export function isTranslated(tag: string): boolean {
  return TRANSLATED_LANGUAGES.includes(languageOf(tag));
}

/** Formats of the translation, or of `Intl` for another language, region or script. */
function formatsOf(tag: string): Formats {
  const { language, region, script } = new Intl.Locale(tag);
  const formats = ownValue(TRANSLATIONS, language)?.formats;
  const isHome = region === undefined || formats?.regions.includes(region);
  return formats !== undefined && isHome && script === undefined
    ? translatedFormats(formats)
    : intlFormats(tag);
}
