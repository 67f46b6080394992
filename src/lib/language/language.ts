/** Interface messages and formats by language tag. */
import { intlFormats, type Formats } from './formats.ts';
import { langAttributes, type LangAttributes } from './tag.ts';
import * as ar from './words/ar.ts';
import * as de from './words/de.ts';
import * as en from './words/en.ts';
import * as es from './words/es.ts';
import * as fr from './words/fr.ts';
import * as ja from './words/ja.ts';
import type { Messages } from './words/en.ts';

/** Interface messages, date and number formats of a language. */
export interface Words extends Messages {
  /** Attributes that mark the messages if they are in another language than the site. */
  readonly lang: LangAttributes;
}

interface Table {
  readonly formats: Formats;
  /** Regions that use these formats. */
  readonly regions: readonly string[];
  readonly messages: (formats: Formats) => Messages;
}

const TABLES: Readonly<Record<string, Table>> = { ar, de, en, es, fr, ja };

/** Languages with messages. */
export const TRANSLATED_LANGUAGES: readonly string[] = Object.keys(TABLES);

const FALLBACK = 'en';

const cache = new Map<string, Words>();

/** @param tag canonical; `pt-BR` has the messages of `pt` */
export function wordsIn(tag: string): Words {
  const cached = cache.get(tag);
  if (cached !== undefined) return cached;
  const { language } = new Intl.Locale(tag);
  const translation = isTranslated(tag) ? language : FALLBACK;
  const { messages } = TABLES[translation] ?? en;
  const lang = langAttributes(translation, language);
  const words = { ...messages(formatsOf(tag)), lang };
  cache.set(tag, words);
  return words;
}

export function isTranslated(tag: string): boolean {
  return TRANSLATED_LANGUAGES.includes(new Intl.Locale(tag).language);
}

/** Formats of the table, or of `Intl` for another language, region or script. */
function formatsOf(tag: string): Formats {
  const { language, region, script } = new Intl.Locale(tag);
  const table = TABLES[language];
  const isHome = region === undefined || table?.regions.includes(region);
  return table !== undefined && isHome && script === undefined ? table.formats : intlFormats(tag);
}
