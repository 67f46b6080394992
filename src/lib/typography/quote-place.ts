/** What stands around a quotation mark, and what follows from it. */

export interface Place {
  readonly previous: string;
  readonly next: string;
  /** The nearest characters that are no quotation marks; empty at the ends of the text. */
  readonly left: string;
  readonly right: string;
  /** Whether it is one of two equal marks, as in `''`, which is code. */
  readonly isTwin: boolean;
}

const QUOTES = '"\'“”„«»‘’‚‹›';
/** Quotation marks side by side. */
const MOST = 5;
/** An object replacement character stands for code or a picture. */
const WORD = /[\p{L}\p{M}\p{N}\ufffc]/u;
const LETTER = /[\p{L}\p{M}\ufffc]/u;
/** Spaces, opening brackets and dashes. */
const BEFORE_OPENING = /[\s([{<*\u2014\u2013/¡¿]/;
const PUNCTUATION = /[.,;:!?)\]}]/;

export function placeOf(text: string, index: number): Place {
  let [start, end] = [index - 1, index + 1];
  while (index - start < MOST && isQuote(text.charAt(start))) start--;
  while (end - index < MOST && isQuote(text.charAt(end))) end++;
  const sign = text.charAt(index);
  const [previous, next] = [text.charAt(index - 1), text.charAt(index + 1)];
  return {
    previous,
    next,
    left: text.charAt(start),
    right: text.charAt(end),
    isTwin: previous === sign || next === sign,
  };
}

function isQuote(character: string): boolean {
  return character !== '' && QUOTES.includes(character);
}

export function isWord(character: string): boolean {
  return WORD.test(character);
}

/** Between two letters or digits. */
export function isWithin({ previous, next }: Place): boolean {
  return WORD.test(previous) && WORD.test(next);
}

/** Within a word, as in `don't`, or after one, as in `dogs'`. */
export function isApostrophe({ previous, next }: Place): boolean {
  return LETTER.test(previous) || (WORD.test(previous) && LETTER.test(next));
}

/** @param isOpen whether a quotation with this mark waits for its end */
export function canOpen(text: string, index: number, place: Place, isOpen: boolean): boolean {
  const { previous, next, left, right } = place;
  if (right === '' || /\s/.test(right)) return false;
  // An ellipsis may begin a sentence, and an operator may be quoted: ":="
  if (PUNCTUATION.test(right) && !text.startsWith('..', index + 2))
    return !isOpen && /^[\s(]?$/.test(left) && /[^\s]["']/.test(text.slice(index + 1, index + 5));
  if (left === '' || BEFORE_OPENING.test(left)) return true;
  // After an elision: l'"ami"
  if (/['’]/.test(previous) && LETTER.test(text.charAt(index - 2)) && WORD.test(next)) return true;
  if (!WORD.test(right)) return false;
  // A hyphen that is a dash or joins words.
  if (left === '-') return true;
  return !isOpen && /[,;:]/.test(left);
}

/** Whether it may end a quotation that began outside of the text. */
export function canClose({ left, right }: Place): boolean {
  return /[\p{L}\p{M}.!?,…)\ufffc]/u.test(left) && !WORD.test(right);
}

/** Whether it starts a string of a programming language after its prefix, as in `b"text"`. */
export function startsString({ previous, next }: Place): boolean {
  return /[A-Za-z]/.test(previous) && !/^[\s.,;:!?)\]}—-]?$/.test(next);
}
