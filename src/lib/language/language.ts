/** The words, dates and numbers of a language, by its tag. */
import { formatsOfNode, type Formats } from './formats.ts';
import { langAttributes, type LangAttributes } from './tag.ts';
import * as ar from './words/ar.ts';
import * as de from './words/de.ts';
import * as en from './words/en.ts';
import * as es from './words/es.ts';
import * as fr from './words/fr.ts';
import * as ja from './words/ja.ts';
import type { Messages } from './words/en.ts';

/** What a page says besides its content, with dates and numbers. */
export interface Words extends Messages {
  /** Marks passages of these words, where another language stands in for that of the site. */
  readonly lang: LangAttributes;
}

/** A language that has words. */
interface Table {
  readonly formats: Formats;
  /** Regions that write dates and numbers in this way. */
  readonly regions: readonly string[];
  readonly messages: (formats: Formats) => Messages;
}

const TABLES: Readonly<Record<string, Table>> = { ar, de, en, es, fr, ja };

/** Languages that have words. */
export const SPOKEN: readonly string[] = Object.keys(TABLES);

/** Speaks where a language has no words. */
const STAND_IN = 'en';

const known = new Map<string, Words>();

/** @param tag canonical; of `pt-BR`, the words are those of `pt` */
export function wordsIn(tag: string): Words {
  const before = known.get(tag);
  if (before !== undefined) return before;
  const { language } = new Intl.Locale(tag);
  const spoken = isSpoken(tag) ? language : STAND_IN;
  const { messages } = TABLES[spoken] ?? en;
  const lang = langAttributes(spoken, language);
  const words = { ...messages(formatsOf(tag)), lang };
  known.set(tag, words);
  return words;
}

export function isSpoken(tag: string): boolean {
  return SPOKEN.includes(new Intl.Locale(tag).language);
}

/** Those of the table, or of Node.js for another language, region or script. */
function formatsOf(tag: string): Formats {
  const { language, region, script } = new Intl.Locale(tag);
  const table = TABLES[language];
  const isHome = region === undefined || table?.regions.includes(region);
  return table !== undefined && isHome && script === undefined ? table.formats : formatsOfNode(tag);
}
