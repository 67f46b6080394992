/** What a language tag tells. */
import { describe, expect, it } from 'vitest';
import {
  canonicalTag,
  directionOf,
  isLanguage,
  localeOf,
  langAttributes,
} from '../../../src/lib/language/tag.ts';

it('knows valid tags', () => {
  expect(['en', 'pt-BR', 'zh-Hant-TW', 'az-Arab'].map(isLanguage)).not.toContain(false);
  expect(['', 'english', 'en_US', 'e', 'qq', 'de-'].map(isLanguage)).not.toContain(true);
});

it('writes tags in the usual way', () => {
  expect(['PT-br', 'zh-hant-tw', 'iw'].map(canonicalTag)).toEqual(['pt-BR', 'zh-Hant-TW', 'he']);
});

describe('the direction of the text', () => {
  it.each(['ar', 'he', 'fa', 'ur', 'yi', 'ps', 'ckb', 'dv', 'ar-EG', 'az-Arab', 'pa-PK'])(
    'is from right to left in %s',
    (tag) => {
      expect(directionOf(tag)).toBe('rtl');
    },
  );

  it.each(['en', 'ja', 'tr', 'az', 'pa', 'ur-Latn'])('is from left to right in %s', (tag) => {
    expect(directionOf(tag)).toBe('ltr');
  });
});

describe('the mark of one language among another', () => {
  it.each([
    ['en', 'en', {}],
    ['fr', 'en', { lang: 'fr' }],
    ['ar', 'en', { lang: 'ar', dir: 'rtl' }],
    ['en', 'he', { lang: 'en', dir: 'ltr' }],
    ['fa', 'ar', { lang: 'fa' }],
  ])('%s in %s', (tag, around, mark) => {
    expect(langAttributes(tag, around)).toEqual(mark);
  });
});

it('names the country for link previews', () => {
  expect(['en', 'pt-BR', 'pt', 'ar', 'ja', 'es-419'].map(localeOf)).toEqual([
    ...['en_US', 'pt_BR', 'pt_BR', 'ar_EG', 'ja_JP', undefined],
  ]);
});
