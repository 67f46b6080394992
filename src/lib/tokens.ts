/** Words of texts in any script: how many there are, and which. */

/** Letters from which a term is made: endings behind them (`developer`, `development`) make no other. */
const STEM = 7;

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/ */
const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/** The words of a text. */
export interface Words {
  /** Those of scripts that put spaces between them. */
  readonly words: number;
  /** Letters of scripts that do not. */
  readonly characters: number;
  /**
   * What texts can be compared by, in their order: hashes of the words'
   * beginnings in small letters; where words are not told apart, of each two
   * neighbouring letters. Numbers and single letters are no terms.
   */
  readonly terms: Int32Array;
}

export function readWords(text: string): Words {
  makeRoom(text.length);
  Buffer.from(units.buffer).write(text, 'utf16le');
  let found = 0;
  let words = 0;
  let characters = 0;
  let hash = FNV_OFFSET;
  let length = 0;
  let isNumber = true;
  /** The unspaced letter just before, or 0. */
  let previous = 0;
  for (let index = 0; index <= text.length; index++) {
    const unit = index < text.length ? (units[index] ?? 0) : SPACE;
    const kind = kinds[unit] || learn(unit);
    if (kind === SILENT) continue;
    if (kind === LETTER || kind === DIGIT) {
      if (++length <= STEM) hash = Math.imul(hash ^ (smalls[unit] ?? 0), FNV_PRIME);
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

/** The units of the text that is read, and its terms: an array is read three times as fast as a text. */
let units = new Uint16Array(0);
let terms = new Int32Array(0);

/** Each term ends with a unit of its own. */
function makeRoom(length: number): void {
  if (units.length >= length) return;
  units = new Uint16Array(2 * length);
  terms = new Int32Array(2 * length);
}

/** The term of a text as a whole. */
export function termOf(text: string): number {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  return hash;
}

const SPACE = 0x20;

/** What a UTF-16 unit is. */
const OTHER = 1;
const LETTER = 2;
const DIGIT = 3;
/** A letter of a script that puts no space between words. */
const UNSPACED = 4;
/** Inside a word, without telling it from another: apostrophes, and what nobody sees. */
const SILENT = 5;

/** Kind and small letter of each unit, learnt when it is first met: a hundred times faster than patterns. */
const kinds = new Uint8Array(0x10000);
const smalls = new Uint16Array(0x10000);

/** Apostrophes; hyphens and joiners that nobody sees. */
const SILENT_SIGNS = "'\u2019\u00ad\u200b\u200c\u200d\u2060\ufe0f";

/** First and last units of scripts that put no space between words; a pattern for scripts is slow to compile. */
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

function learn(unit: number): number {
  const sign = String.fromCharCode(unit);
  const kind = kindOf(sign, unit);
  kinds[unit] = kind;
  smalls[unit] = sign.toLowerCase().charCodeAt(0);
  return kind;
}

function kindOf(sign: string, unit: number): number {
  if (SILENT_SIGNS.includes(sign)) return SILENT;
  if (unit < 0x80) return /[a-z]/i.test(sign) ? LETTER : /\d/.test(sign) ? DIGIT : OTHER;
  // First halves of the rarer signs of Chinese; pairs of other kinds are mostly pictures.
  if (unit >= 0xd840 && unit <= 0xd8bf) return UNSPACED;
  if (/\p{N}/u.test(sign)) return DIGIT;
  if (!/[\p{L}\p{M}]/u.test(sign)) return OTHER;
  return UNSPACED_SCRIPTS.some(([first, last]) => unit >= first && unit <= last)
    ? UNSPACED
    : LETTER;
}
