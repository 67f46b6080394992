/**
 * Text as Pagefind indexes it. Pagefind takes what stands between spaces for a word, and what hyphens
 * divide for its parts. So a word gets its other spellings as parts, and a letter of a script without
 * spaces becomes a word. Soft hyphens, which Pagefind ignores, tell `public/js/search-results.js` what
 * to leave out.
 */
import { otherSpellings, SPELLING } from '../../lib/language/spelling.ts';

const SOFT_HYPHEN = '\u00ad';
const UNSPACED = SPELLING.unspaced;

/** Between two letters, of which at least one needs no space. */
const JOINT = new RegExp(`(?<=\\S)(?=${UNSPACED})|(?<=${UNSPACED}\\p{M}*)(?=[\\p{L}\\p{N}])`, 'gu');
const OTHER_SPELLING = /\u00ad-[\p{L}\p{N}]+/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Most texts have nothing to mark. */
const PLAIN = /^[\x20-\x7e\s\u2010-\u2027]*$/;
const TAG = /(<(?:"[^"]*"?|'[^']*'?|[^"'>])*>?)/;

export function markText(text: string): string {
  return PLAIN.test(text) ? text : markAfter(' ', text);
}

/** Words may go on across tags. */
export function markHtml(html: string): string {
  if (PLAIN.test(html)) return html;
  let before = ' ';
  return html
    .split(TAG)
    .map((piece, index) => {
      if (index % 2 === 1) return piece;
      const marked = markAfter(before, piece);
      before = [...piece.slice(-2)].at(-1) ?? before;
      return marked;
    })
    .join('');
}

/** Without the other spellings. */
export function unmarked(text: string): string {
  return text.replace(OTHER_SPELLING, '');
}

/** @param before the character before the text */
function markAfter(before: string, text: string): string {
  if (PLAIN.test(text) && !JOINS.test(before)) return text;
  const own = text.replaceAll(SOFT_HYPHEN, '');
  const spelt = own.replace(WORD, (word) => [word, ...spellingsOf(word)].join(`${SOFT_HYPHEN}-`));
  return (before + spelt).replace(JOINT, ` ${SOFT_HYPHEN}`).slice(before.length);
}

const JOINS = new RegExp(UNSPACED, 'u');

function spellingsOf(word: string): string[] {
  return PLAIN.test(word) || JOINS.test(word) ? [] : otherSpellings(word);
}
