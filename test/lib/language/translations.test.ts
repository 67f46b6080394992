/** Every translation has the keys and placeholders of English, and the plural forms of its language. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../../src/lib/language/language.ts';
import { TRANSLATIONS } from '../../../src/lib/language/translations.ts';
import { textsOf } from '../../support/interface-words.ts';

const FOLDER = join(import.meta.dirname, '../../../src/lib/language/translations');
const PLACEHOLDER = /\{\w+\}/g;

it('every file is registered', () => {
  const languages = Object.keys(TRANSLATIONS);
  expect(languages.map((language) => `${language}.json`)).toEqual(readdirSync(FOLDER).toSorted());
});

describe.each(Object.entries(TRANSLATIONS))('%s', (language, translation) => {
  it('has the keys and placeholders of English', () => {
    expect(placeholders(translation)).toEqual(placeholders(TRANSLATIONS['en']));
  });

  it('has a form for each plural rule of the language', () => {
    const rules = new Intl.PluralRules(language);
    const needed = new Set(Array.from({ length: 1000 }, (_, number) => rules.select(number)));
    const { readingTime, posts, search } = translation.messages;
    for (const forms of [readingTime, posts, search.results])
      expect(new Set(Object.keys(forms))).toEqual(needed);
  });

  it('has no placeholder that the code does not fill', () => {
    expect(textsOf(wordsIn(language)).filter((text) => text.search(PLACEHOLDER) >= 0)).toEqual([]);
  });
});

/** Placeholders of each message by its path, such as `"{site} {tag}"` for `messages.descriptions.tag`. */
function placeholders(value: unknown, path: readonly string[] = []): Record<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { [path.join('.')]: (String(value).match(PLACEHOLDER) ?? []).toSorted().join(' ') };
  if ('other' in value) return placeholders(value.other, path);
  return Object.assign(
    {},
    ...Object.entries(value).map(([key, child]) => placeholders(child, [...path, key])),
  );
}
