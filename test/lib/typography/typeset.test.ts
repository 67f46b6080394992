/** Quotation marks, dashes, ellipses and spaces of each language. */
import { describe, expect, it } from 'vitest';
import { typeset } from '../../../src/lib/typography/typeset.ts';

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;

describe('a text in', () => {
  it.each([
    ['en', `"It's 'fine'," she said.`, '“It’s ‘fine’,” she said.'],
    ['en-GB', `'It is "fine",' she said.`, '‘It is “fine”,’ she said.'],
    ['de', `"Sag 'ja'", bat sie.`, '„Sag ‚ja‘“, bat sie.'],
    ['de-AT', '"Servus"', '„Servus“'],
    ['de-CH', `"Grüezi 'mitenand'"`, '«Grüezi ‹mitenand›»'],
    ['fr', `"L'ami" d'Anne`, '«\u00a0L’ami\u00a0» d’Anne'],
    ['es', '"Hola", dijo.', '«Hola», dijo.'],
    ['es-MX', '"Hola", dijo.', '“Hola”, dijo.'],
    ['it', `"L'orto"`, '«L’orto»'],
    ['pt-BR', '"Oi"', '“Oi”'],
    ['pt-PT', '"Olá"', '«Olá»'],
    ['nl', `"Ja", 's ochtends`, '“Ja”, ’s ochtends'],
    ['pl', `"Tak"`, '„Tak”'],
    ['cs', '"Ano"', '„Ano“'],
    ['hu', '"Igen"', '„Igen”'],
    ['ru', `"Да 'нет'"`, '«Да „нет“»'],
    ['uk', `"М'ята"`, '«М’ята»'],
    ['sv', '"Ja"', '”Ja”'],
    ['nb', '"Ja"', '«Ja»'],
    ['tr', '"Evet"', '“Evet”'],
  ])('%s has its quotation marks: %s', (language, written, set) => {
    expect(typeset(written, language)).toBe(set);
  });

  it.each(['ja', 'zh-TW', 'ko', 'th', 'ar', 'he', 'tlh'])('%s stays as it is', (language) => {
    const text = `"It's" -- so ... (צה"ל)`;
    expect(typeset(text, language)).toBe(text);
  });

  it.each([
    ['en', 'Roses -- red ones -- bloom.', 'Roses\u00a0— red ones\u00a0— bloom.'],
    ['en-US', 'Roses--red ones--bloom.', 'Roses—red ones—bloom.'],
    ['en-GB', 'Roses -- red ones -- bloom.', 'Roses\u00a0– red ones\u00a0– bloom.'],
    ['en-GB', 'Roses--red ones', 'Roses—red ones'],
    ['en', 'Roses --- red', 'Roses\u00a0— red'],
    ['en', 'A walk - in the rain', 'A walk\u00a0– in the rain'],
    ['en', '1914--1918', '1914–1918'],
    ['en', '-- Rosa', '— Rosa'],
    ['de', 'Rosen -- rote - blühen.', 'Rosen – rote – blühen.'],
    ['es', 'Rosas -- rojas - y más', 'Rosas — rojas — y más'],
    ['ru', 'Роза -- цветок', 'Роза\u00a0— цветок'],
    ['en', 'Well... maybe', 'Well… maybe'],
    ['en', '"...and so on"', '“…and so on”'],
    ['en', 'He [...] left (...).', 'He […] left (…).'],
  ])('%s has its dashes and ellipses: %s', (language, written, set) => {
    expect(typeset(written, language)).toBe(set);
  });

  it.each([
    [
      'fr',
      'Quoi ? Non ! Si ; voici : 5 %',
      'Quoi\u202f? Non\u202f! Si\u202f; voici\u00a0: 5\u00a0%',
    ],
    ['fr', 'Il dit « oui » .', 'Il dit «\u00a0oui\u00a0» .'],
    ['fr', '10 000 roses, n° 5', '10\u00a0000 roses, n°\u00a05'],
    ['fr', 'Un smiley :) et ;-)', 'Un smiley :) et ;-)'],
    ['de', 'z. B. am 3. Mai, Nr. 5', 'z.\u00a0B. am 3.\u00a0Mai, Nr.\u00a05'],
    ['cs', 'V lese a v zahradě', 'V\u00a0lese a\u00a0v\u00a0zahradě'],
    ['pl', 'W lesie i w ogrodzie', 'W\u00a0lesie i\u00a0w\u00a0ogrodzie'],
    ['ru', 'А. С. Пушкин в саду', 'А.\u00a0С.\u00a0Пушкин в\u00a0саду'],
    ['en', 'Walk 5 km in 10 min', 'Walk 5\u00a0km in 10\u00a0min'],
    ['en', 'What ? Nothing : here', 'What ? Nothing : here'],
  ])('%s has spaces at which no line breaks: %s', (language, written, set) => {
    expect(typeset(written, language)).toBe(set);
  });
});

describe('in English', () => {
  it.each([
    ['an apostrophe', `don't, the dogs' bowls, O'Brien's`, 'don’t, the dogs’ bowls, O’Brien’s'],
    ['a lost beginning', `'tis the '90s, rock 'n' roll`, '’tis the ’90s, rock ’n’ roll'],
    ['a genitive of code', `\ufffc's fields`, '\ufffc’s fields'],
    ['nested marks', `"He said 'no.'"`, '“He said ‘no.’”'],
    ['brackets', `("yes") ["no"]`, '(“yes”) [“no”]'],
    ['a compound', `a "pseudo"-science, pseudo-"science"`, 'a “pseudo”-science, pseudo-“science”'],
    ['a paragraph of a long quotation', '"It goes on and on.', '“It goes on and on.'],
    ['the end of a long quotation', 'It ends at last."', 'It ends at last.”'],
    ['one side curly already', '“Yes" and "no”', '“Yes” and “no”'],
    ['a dash after a mark', '"Wait"--and so on', '“Wait”—and so on'],
    ['a dash before a mark', '"Wait--" "No--"', '“Wait—” “No—”'],
    ['a missing space', 'he said,"yes"', 'he said,“yes”'],
    ['an operator', 'the ":=" operator', 'the “:=” operator'],
    ['a sign of emphasis', '*"changing the world"*', '*“changing the world”*'],
    ['a year', "PyCon PL'10", 'PyCon PL’10'],
    ['a mark that nothing closes', "'The Foundation grows", '‘The Foundation grows'],
  ])('%s: %s', (_, written, set) => {
    expect(typeset(written, 'en')).toBe(set);
  });

  it.each([
    ['feet and inches', `He is 6'2" tall.`],
    ['inches', 'a 12" record'],
    ['options', 'run --verbose or x -v or [--quiet] (--help)'],
    ['paths', '../path and a/.../b'],
    ['ranges', '1...10 and 5 - 3'],
    ['operators', 'i-- and a - b'],
    ['calls', `print("it's") and open('a', 'b') and a()['b']`],
    ['arguments', `python -c "import it's" x`],
    ['strings with a prefix', `of b"string" and b"/home"`],
    ['items of lists', 'Days:\n- one\n- two'],
    ['lists of lists', '[1, 3] - [1, 2]'],
    ['programs', 'def a():\n    return "it\'s"'],
    ['docstrings', `"""It's 'so'"""`],
    ['signatures', 'Thanks,\n--\nRosa'],
    ['attributes', `class="a" id='b'`],
    ['data', `{"name": "Rosa"}`],
    ['addresses', `https://example.org/it's--here...there and a--b@example.org`],
    ['code in backticks', "`it's --x`"],
    ['elements', `<a title="it's">`],
    ['empty strings', `'' and ""`],
    ['comments', '<!-- so -->'],
    ['lines of a terminal', `>>> x = "a" -- b`],
    ['lines of a traceback', 'so File "<stdin>", line 1, in x'],
    ['four dots', 'so....'],
    ['emoticons', ":-) ;-) :'( -.-"],
  ])('%s stay: %s', (_, text) => {
    expect(typeset(text, 'en')).toBe(text);
  });

  it('a measure within a quotation stays', () => {
    expect(typeset(`"He is 6'2" tall," she said of "room 12".`, 'en')).toBe(
      `“He is 6'2" tall,” she said of “room 12”.`,
    );
  });
});

describe.each(['en', 'de', 'fr', 'es', 'pl', 'ru', 'sv'])('a text in %s', (language) => {
  const text = `"It's 'so' 12" -- l'"ami" : 5 % ! 'tis..." - 'a' "b" (c) "d'' e" f' 'g "h.`;

  it('keeps its words', () => {
    expect(typeset(text, language).match(WORDS)).toEqual(text.match(WORDS));
  });

  it('is set once', () => {
    const set = typeset(text, language);
    expect(typeset(set, language)).toBe(set);
  });
});

it.each([`'a `, `"a `, `a" `, `a' `, `5" `, `'"`, '-- ', 'a...', `'a b" `, `"'a`, `="a`, `x("`])(
  'a long text takes linear time: %s',
  (piece) => {
    const start = performance.now();
    typeset(piece.repeat(20_000), 'ru');
    expect(performance.now() - start).toBeLessThan(2000);
  },
);
