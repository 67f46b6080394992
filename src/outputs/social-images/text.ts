/** Prepares the texts of a social card for the renderer. */

/** More than fits on a card in the smallest size. */
const MAX_CHARACTERS = 600;

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const LETTER = /\p{L}/u;

/** Text on one line, composed and cut to what a card can show. */
export function normalizeText(text: string): string {
  const line = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return [...line.slice(0, 2 * MAX_CHARACTERS)].slice(0, MAX_CHARACTERS).join('');
}

/** CSS `direction`: that of the first letter, or of most. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const letters = [...text].filter((character) => LETTER.test(character));
  const rightToLeft = letters.filter((letter) => RIGHT_TO_LEFT.test(letter));
  const isFirst = letters[0] !== undefined && letters[0] === rightToLeft[0];
  return isFirst || 2 * rightToLeft.length > letters.length ? 'rtl' : 'ltr';
}

/**
 * Prevents line breaks after hyphens, and inside a right-to-left phrase of a
 * left-to-right text, where takumi misplaces the space at the end of the line.
 */
export function keepTogether(text: string): string {
  const joined = text.replace(/-(?=\p{L})/gu, '-\u2060');
  if (directionOf(text) === 'rtl') return joined;
  const words = joined.split(' ');
  return words.reduce((before, word, index) => {
    const isInside = RIGHT_TO_LEFT.test(words[index - 1] ?? '') && RIGHT_TO_LEFT.test(word);
    return `${before}${isInside ? '\u00a0' : ' '}${word}`;
  });
}
