/** Word counts and terms of a text in any script. */

/** Prefix length of terms, a crude stemmer: `developer` and `development` share a term. */
const STEM_LENGTH = 7;

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

export interface WordStats {
  /** Words of scripts with spaces between words. */
  readonly words: number;
  /** Letters of scripts without spaces. */
  readonly characters: number;
  /**
   * Terms for comparing texts, in order: hashes of lower-case word prefixes, or of letter bigrams in
   * scripts without spaces. Numbers and single letters are left out.
   */
  readonly terms: Int32Array;
}

export function wordStats(text: string): WordStats {
  growBuffers(text.length);
  Buffer.from(units.buffer).write(text, 'utf16le');
  let found = 0;
  let words = 0;
  let characters = 0;
  let hash = FNV_OFFSET;
  let length = 0;
  let isNumber = true;
  /** The preceding letter of an unspaced script, or 0. */
  let previous = 0;
  for (let index = 0; index <= text.length; index++) {
    const unit = index < text.length ? (units[index] ?? 0) : SPACE;
    const kind = kinds[unit] || classify(unit);
    if (kind === IGNORED) continue;
    if (kind === LETTER || kind === DIGIT) {
      if (++length <= STEM_LENGTH) hash = Math.imul(hash ^ (lowerCase[unit] ?? 0), FNV_PRIME);
      if (kind === LETTER) isNumber = false;
    } else if (length > 0) {
      words++;
      if (!isNumber && length > 1) terms[found++] = hash;
      hash = FNV_OFFSET;
      length = 0;
      isNumber = true;
    }
    if (kind === UNSPACED) {
      characters++;
      if (previous !== 0) terms[found++] = Math.imul(FNV_OFFSET ^ previous, FNV_PRIME) ^ unit;
    }
    previous = kind === UNSPACED ? unit : 0;
  }
  return { words, characters, terms: terms.slice(0, found) };
}

/** Buffers for the UTF-16 units and the terms; a typed array is read three times as fast as a string. */
let units = new Uint16Array(0);
let terms = new Int32Array(0);

/** A text has at most as many terms as units, including the final space. */
function growBuffers(length: number): void {
  if (units.length >= length) return;
  units = new Uint16Array(2 * length);
  terms = new Int32Array(2 * length);
}

/** Hash of a text as a single term. */
export function hashTerm(text: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  return hash;
}

const SPACE = 0x20;

/** Kinds of UTF-16 units. */
const OTHER = 1;
const LETTER = 2;
const DIGIT = 3;
/** A letter of a script without spaces. */
const UNSPACED = 4;
/** Apostrophes and invisible characters, which are skipped inside words. */
const IGNORED = 5;

/** Kind and lower case of each unit, computed on first use: 100 times faster than regular expressions. */
const kinds = new Uint8Array(0x10000);
const lowerCase = new Uint16Array(0x10000);

/** Apostrophes, soft hyphens and joiners. */
const IGNORED_CHARACTERS = "'\u2019\u00ad\u200b\u200c\u200d\u2060\ufe0f";

/** Unit ranges of scripts without spaces; `\\p{Script}` expressions are slow to compile. */
const UNSPACED_SCRIPTS: readonly (readonly [first: number, last: number])[] = [
  // Thai, Lao, Tibetan, Burmese
  [0x0e00, 0x109f],
  // Khmer
  [0x1780, 0x17ff],
  // Chinese and Japanese
  [0x3005, 0x3007],
  [0x3041, 0x312f],
  [0x31f0, 0x31ff],
  [0x3400, 0x9fff],
  [0xf900, 0xfaff],
  [0xff66, 0xff9d],
];

function classify(unit: number): number {
  const character = String.fromCharCode(unit);
  const kind = kindOf(character, unit);
  kinds[unit] = kind;
  lowerCase[unit] = character.toLowerCase().charCodeAt(0);
  return kind;
}

function kindOf(character: string, unit: number): number {
  if (IGNORED_CHARACTERS.includes(character)) return IGNORED;
  if (unit < 0x80) return /[a-z]/i.test(character) ? LETTER : /\d/.test(character) ? DIGIT : OTHER;
  // High surrogates of rare Chinese characters. Other surrogates are mostly emoji.
  if (unit >= 0xd840 && unit <= 0xd8bf) return UNSPACED;
  if (/\p{N}/u.test(character)) return DIGIT;
  if (!/[\p{L}\p{M}]/u.test(character)) return OTHER;
  return UNSPACED_SCRIPTS.some(([first, last]) => unit >= first && unit <= last)
    ? UNSPACED
    : LETTER;
}
