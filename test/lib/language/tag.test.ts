/** Language tags. */
import { describe, expect, it } from 'vitest';
import {
  canonicalTag,
  directionOf,
  isLanguage,
  localeOf,
  langAttributes,
} from '../../../src/lib/language/tag.ts';

it('isLanguage accepts known, well-formed tags', () => {
  expect(['en', 'pt-BR', 'zh-Hant-TW', 'az-Arab'].map(isLanguage)).not.toContain(false);
  expect(['', 'english', 'en_US', 'e', 'qq', 'de-'].map(isLanguage)).not.toContain(true);
});

it('canonicalTag normalizes case', () => {
  expect(['PT-br', 'zh-hant-tw', 'iw'].map(canonicalTag)).toEqual(['pt-BR', 'zh-Hant-TW', 'he']);
});

describe('directionOf', () => {
  it.each(['ar', 'he', 'fa', 'ur', 'yi', 'ps', 'ckb', 'dv', 'ar-EG', 'az-Arab', 'pa-PK'])(
    'is right to left for %s',
    (tag) => {
      expect(directionOf(tag)).toBe('rtl');
    },
  );

  it.each(['en', 'ja', 'tr', 'az', 'pa', 'ur-Latn'])('is left to right for %s', (tag) => {
    expect(directionOf(tag)).toBe('ltr');
  });
});

describe('langAttributes', () => {
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

it('localeOf adds the most likely country', () => {
  expect(['en', 'pt-BR', 'pt', 'ar', 'ja', 'es-419'].map(localeOf)).toEqual([
    ...['en_US', 'pt_BR', 'pt_BR', 'ar_EG', 'ja_JP', undefined],
  ]);
});
