/** Prepares the texts of a social card for the renderer. */

/** More than fits on a card in the smallest size. */
const MAX_CHARACTERS = 600;

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const LETTER = /\p{L}/u;
/** Scripts with marks above and below their letters. */
const TALL = /[\p{Script=Devanagari}\p{Script=Thai}]/u;
const THAI = /\p{Script=Thai}+/gu;
const thaiWords = new Intl.Segmenter('th', { granularity: 'word' });

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

/** CSS `line-height` of a title. */
export function lineHeightOf(title: string): number {
  return TALL.test(title) ? 1.3 : 1.16;
}

/** Allows line breaks between words of Thai, which has no spaces and which takumi does not divide. */
export function divideThai(text: string): string {
  return text.replace(THAI, (phrase) =>
    [...thaiWords.segment(phrase)].map(({ segment }) => segment).join('\u200b'),
  );
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
