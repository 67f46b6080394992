/** Dates, numbers and plurals of each language, on every version of Node.js. */
import { describe, expect, it } from 'vitest';
import { TRANSLATED_LANGUAGES, isTranslated, wordsIn } from '../../../src/lib/language/language.ts';

const DAY = { year: 2021, month: 4, day: 6 };
const NNBSP = '\u202f';

describe('dates, months and years', () => {
  it.each([
    ['en', 'April 6, 2021', 'April 2021', 'April', '2021'],
    ['de', '6. April 2021', 'April 2021', 'April', '2021'],
    ['es', '6 de abril de 2021', 'abril de 2021', 'abril', '2021'],
    ['fr', '6 avril 2021', 'avril 2021', 'avril', '2021'],
    ['ja', '2021年4月6日', '2021年4月', '4月', '2021年'],
    ['ar', '6 أبريل 2021', 'أبريل 2021', 'أبريل', '2021'],
    // Other regions and languages use the formats of `Intl`.
    ['en-GB', '6 April 2021', 'April 2021', 'April', '2021'],
    ['it', '6 aprile 2021', 'aprile 2021', 'aprile', '2021'],
    ['pt-BR', '6 de abril de 2021', 'abril de 2021', 'abril', '2021'],
    ['he', '6 באפריל 2021', 'אפריל 2021', 'אפריל', '2021'],
  ])('in %s', (language, ...expected) => {
    const words = wordsIn(language);
    expect([
      words.date(DAY),
      words.month(DAY),
      words.monthName(DAY.month),
      words.year(DAY.year),
    ]).toEqual(expected);
  });

  it('follow the region', () => {
    expect(wordsIn('de-AT').date({ year: 2021, month: 1, day: 6 })).toBe('6. Jänner 2021');
    expect(wordsIn('de-DE').date({ year: 2021, month: 1, day: 6 })).toBe('6. Januar 2021');
    expect(wordsIn('ar-EG').date(DAY)).toBe('٦ أبريل ٢٠٢١');
  });

  it('use the Gregorian calendar, like the archive', () => {
    expect(wordsIn('th').year(2021)).toContain('2021');
    expect(wordsIn('fa').month(DAY)).toContain('آوریل');
  });

  it.each([
    ['en', 'April 6', '6'],
    ['de', '6. April', '6.'],
    ['es', '6 de abril', '6'],
    ['fr', '6 avril', '6'],
    ['ja', '4月6日', '6日'],
    ['ar', '6 أبريل', '6'],
    ['en-GB', '6 April', '6'],
    ['pt-BR', '6 de abril', '6'],
  ])('are without what a heading says in %s', (language, monthDay, day) => {
    const words = wordsIn(language);
    expect([words.monthDay(DAY), words.day(DAY.day)]).toEqual([monthDay, day]);
  });

  it('use an ordinal for the first of the month in French', () => {
    expect(wordsIn('fr').date({ ...DAY, day: 1 })).toBe('1er avril 2021');
    expect(wordsIn('fr').monthDay({ ...DAY, day: 1 })).toBe('1er avril');
    expect(wordsIn('fr').day(1)).toBe('1er');
    expect(wordsIn('fr-CA').date({ ...DAY, day: 1 })).toBe('1er avril 2021');
  });

  it.each(TRANSLATED_LANGUAGES)('have twelve months in %s', (language) => {
    const { monthName } = wordsIn(language);
    const names = Array.from({ length: 12 }, (_, index) => monthName(index + 1));
    expect(new Set(names).size).toBe(12);
  });
});

describe('numbers', () => {
  it.each([
    ['en', ['0', '999', '1,234', '1,234,567']],
    ['de', ['0', '999', '1.234', '1.234.567']],
    // Spanish does not group four digits.
    ['es', ['0', '999', '1234', '1.234.567']],
    ['fr', ['0', '999', `1${NNBSP}234`, `1${NNBSP}234${NNBSP}567`]],
    ['ja', ['0', '999', '1,234', '1,234,567']],
    ['ar', ['0', '999', '1,234', '1,234,567']],
    ['it', ['0', '999', '1234', '1.234.567']],
    ['ar-EG', ['٠', '٩٩٩', '١٬٢٣٤', '١٬٢٣٤٬٥٦٧']],
  ])('in %s', (language, expected) => {
    expect([0, 999, 1234, 1_234_567].map(wordsIn(language).number)).toEqual(expected);
  });
});

describe('plural forms', () => {
  it.each([
    ['en', ['0 posts', '1 post', '2 posts', '1,000 posts']],
    ['de', ['0 Beiträge', '1 Beitrag', '2 Beiträge', '1.000 Beiträge']],
    ['es', ['0 entradas', '1 entrada', '2 entradas', '1000 entradas']],
    // French uses the singular for zero.
    ['fr', ['0 article', '1 article', '2 articles', `1${NNBSP}000 articles`]],
    ['ja', ['0件の記事', '1件の記事', '2件の記事', '1,000件の記事']],
    ['it', ['0 posts', '1 post', '2 posts', '1000 posts']],
  ])('in %s', (language, expected) => {
    expect([0, 1, 2, 1000].map(wordsIn(language).posts)).toEqual(expected);
  });

  it.each([
    [0, 'لا تدوينات'],
    [1, 'تدوينة واحدة'],
    [2, 'تدوينتان'],
    [3, '3 تدوينات'],
    [10, '10 تدوينات'],
    [11, '11 تدوينة'],
    [99, '99 تدوينة'],
    [100, '100 تدوينة'],
    [102, '102 تدوينة'],
    [103, '103 تدوينات'],
    [1111, '1,111 تدوينة'],
  ])('in Arabic, which has six: %i', (count, expected) => {
    expect(wordsIn('ar').posts(count)).toBe(expected);
  });
});

it('plural forms for scripts have # for the number', () => {
  const forms = { one: '# résultat', other: '# résultats' };
  expect(wordsIn('fr').search.results.forms).toEqual(forms);
});

describe('a language', () => {
  it('is translated for all regions', () => {
    expect(wordsIn('de-AT').archive).toBe('Archiv');
    expect(['de-AT', 'en-GB', 'zh-TW', 'pt-BR'].map(isTranslated)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('without messages falls back to English, marked as such', () => {
    expect(wordsIn('it')).toMatchObject({ archive: 'Archive', lang: { lang: 'en' } });
    expect(wordsIn('fa')).toMatchObject({ archive: 'Archive', lang: { lang: 'en', dir: 'ltr' } });
    expect(wordsIn('de-AT').lang).toEqual({});
  });
});
