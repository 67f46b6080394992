/** Spellings that the search takes for one word. The scripts of the search page apply the same rules. */

/** Pattern with the flags `gu`, and its replacement. */
export type SpellingRule = readonly [pattern: string, replacement: string];

export interface SpellingRules {
  /** For a word in lower case, in Unicode form NFC. Accents are not their business: Pagefind drops them. */
  readonly letters: readonly SpellingRule[];
  /** The spelling of umlauts where a keyboard has none: `ue` for `ü`. */
  readonly umlauts: readonly SpellingRule[];
  /** Letters of scripts that put no spaces between words. */
  readonly unspaced: string;
}

export const SPELLING: SpellingRules = {
  letters: [
    // Arabic: vowel marks, the stretched line, the forms of a letter, the article.
    ['[\\u064b-\\u065f\\u0670\\u0640]', ''],
    ['[\\u0622\\u0623\\u0625\\u0671]', '\u0627'],
    ['[\\u0649\\u06cc]', '\u064a'],
    ['\\u06a9', '\u0643'],
    ['\\u0629', '\u0647'],
    [
      '(?<!\\p{L})(?:[\\u0648\\u0641\\u0628\\u0643]?\\u0627\\u0644|\\u0644\\u0644)(?=\\p{Script=Arabic}{3})',
      '',
    ],
    ['\u00df', 'ss'],
    ['\u00e6', 'ae'],
    ['\u0153', 'oe'],
    ['\u00f8', 'o'],
    ['\u0142', 'l'],
    ['[\u0111\u00f0]', 'd'],
    ['\u00fe', 'th'],
    ['\u0127', 'h'],
    ['\u0131', 'i'],
    ['\u03c2', '\u03c3'],
    ['\u0491', '\u0433'],
  ],
  umlauts: [
    ['\u00e4', 'ae'],
    ['[\u00f6\u00f8]', 'oe'],
    ['\u00fc', 'ue'],
  ],
  unspaced:
    '(?=\\p{L})[\\p{scx=Hani}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}]',
};

/** The other spellings of a word, without accents; most words have none. */
export function otherSpellings(word: string): string[] {
  const lower = word.normalize('NFC').toLowerCase();
  const umlauts = applied(SPELLING.umlauts, lower);
  const others = new Set([lower, umlauts].map((form) => plain(applied(SPELLING.letters, form))));
  others.delete(plain(lower));
  return [...others];
}

/** No rule is about these. */
const ASCII = /^[\x20-\x7e]*$/;

/** The same for all spellings of a word, except that of its umlauts. */
export function foldSpelling(word: string): string {
  if (ASCII.test(word)) return word.toLowerCase();
  return plain(applied(SPELLING.letters, word.normalize('NFC').toLowerCase()));
}

const COMPILED = new Map(
  [...SPELLING.letters, ...SPELLING.umlauts].map(([pattern]) => [
    pattern,
    new RegExp(pattern, 'gu'),
  ]),
);

function applied(rules: readonly SpellingRule[], word: string): string {
  return rules.reduce(
    (text, [pattern, replacement]) => text.replace(COMPILED.get(pattern) ?? pattern, replacement),
    word,
  );
}

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}
