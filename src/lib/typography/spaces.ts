/** Spaces at which a line must not break. Each rule changes a space that is written; none adds one. */

/** A single space or line break between what stands before and after it, and what it becomes. */
export interface SpaceRule {
  readonly pattern: RegExp;
  readonly space: string;
}

const NO_BREAK = '\u00a0';
/** The thin one. */
const NARROW = '\u202f';

function rule(before: string, after: string, space = NO_BREAK): SpaceRule {
  // The space comes first, because most characters are none.
  return { pattern: new RegExp(`[ \\n](?=${after})(?<=(?:${before})[ \\n])`, 'gu'), space };
}

const UNITS =
  '[%‰€£°§]|°?[CF]|[kM]?Hz|GHz|[kMGT]i?B|[kMG]W|kWh|[kcm]?m[²³]?|km/h|k?g|mg|ha|[mh]?l|h|min|Mio\\.|Mrd\\.';

/** Of all languages. */
export const SHARED_SPACES: readonly SpaceRule[] = [
  rule('\\d', `(?:${UNITS})(?![\\p{L}\\p{N}])`),
  rule('[§№]', '\\d'),
];

/** Initials, and abbreviations of several words: `J. R. R. Tolkien`, `z. B.` */
const INITIALS = rule('(?<![\\p{L}\\p{N}])\\p{L}\\.', '\\p{L}\\.');
const INITIAL_AND_NAME = rule('(?<![\\p{L}\\p{N}.])\\p{Lu}\\.', '\\p{Lu}\\p{Ll}');
const GROUPS_OF_DIGITS = rule('\\d', '\\d{3}(?!\\d)');
const BEFORE_A_DASH = rule('[^\\s]', '[\u2013\u2014]\\s');

/** Words of one letter stay with the next word. */
function oneLetterWords(letters: string): SpaceRule {
  return rule(
    `(?<![\\p{L}\\p{N}\\p{M}'’.-])[${letters}${letters.toUpperCase()}]`,
    '[\\p{L}\\p{N}„«"]',
  );
}

const GERMAN_MONTHS =
  'Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember';

/** What a French `!` may follow, with its space. */
const FRENCH_WORD = '[\\p{L}\\p{M}\\p{N}»”’)\\]"\'…%\\ufffc]';
const FRENCH_END = '(?:[\\s»”)\\]"…]|$)';
/** Others would be part of a face, such as `;)`. */
const AFTER_COLON = '(?:[\\s»]|$)';

/**
 * By language. The French rules are those of the Lexique des règles typographiques en usage à
 * l’Imprimerie nationale.
 */
export const SPACES: ReadonlyMap<string, readonly SpaceRule[]> = new Map([
  [
    'fr',
    [
      rule(FRENCH_WORD, `[?!]+${FRENCH_END}`, NARROW),
      rule(FRENCH_WORD, `;${AFTER_COLON}`, NARROW),
      rule(FRENCH_WORD, `:${AFTER_COLON}`),
      rule('«', '\\S'),
      rule('\\S', '»'),
      rule('\\b[nN]°|\\b(?:M|MM|p|pp|art|vol|chap)\\.', '[\\p{Lu}\\d]'),
      GROUPS_OF_DIGITS,
    ],
  ],
  [
    'de',
    [
      INITIALS,
      rule('(?<!\\p{L})(?:Abb|Abs|Art|Bd|Kap|Nr|S|Tab)\\.', '\\d'),
      rule('(?<!\\d)\\d{1,2}\\.', `(?:${GERMAN_MONTHS})(?!\\p{L})`),
    ],
  ],
  ['en', [BEFORE_A_DASH]],
  ['cs', [INITIALS, oneLetterWords('aikosuvz'), GROUPS_OF_DIGITS]],
  ['sk', [INITIALS, oneLetterWords('aikosuvz'), GROUPS_OF_DIGITS]],
  ['pl', [INITIALS, oneLetterWords('aiouwz'), GROUPS_OF_DIGITS]],
  ['ru', [INITIALS, INITIAL_AND_NAME, oneLetterWords('авикосуя'), BEFORE_A_DASH, GROUPS_OF_DIGITS]],
  ['uk', [INITIALS, INITIAL_AND_NAME, oneLetterWords('азівйоуя'), BEFORE_A_DASH, GROUPS_OF_DIGITS]],
  ['be', [INITIALS, INITIAL_AND_NAME, oneLetterWords('азіуўя'), BEFORE_A_DASH, GROUPS_OF_DIGITS]],
]);
