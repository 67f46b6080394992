/** Finds the dashes and ellipses that are typed as hyphens and dots. */
import type { Conventions } from './conventions.ts';
import type { Edit } from './edit.ts';
import type { IsProtected } from './protected.ts';

const FOUND = /(?<!-)-{1,3}(?!-)|(?<!\.)\.{3}(?!\.)/g;
/** In formulas, paths and addresses. */
const CODE = /[/\\_={}<>|`$@*+~^]/;
const WORD = /[\p{L}\p{M}\p{N}\ufffc]/u;
const DIGIT = /\d/;
/** What a dash without a space before it may follow, and precede. */
const BEFORE = /[\p{L}\p{M}\p{N}\ufffc"'”’»)\].,!?…]/u;
const AFTER = /[\p{L}\p{M}\p{N}\ufffc"'“‘«(\s]/u;
const LONG_WORD = 80;
const [EN_DASH, EM_DASH, ELLIPSIS] = ['\u2013', '\u2014', '\u2026'];

export function dashEdits(
  text: string,
  conventions: Conventions,
  isProtected: IsProtected,
): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: found, index: start } of text.matchAll(FOUND)) {
    const end = start + found.length;
    if (isProtected(start)) continue;
    const sign = found === '...' ? ellipsis(text, start, end) : dash(text, start, end, conventions);
    if (sign !== undefined) edits.push({ start, end, text: sign });
  }
  return edits;
}

function ellipsis(text: string, start: number, end: number): string | undefined {
  const isRange = DIGIT.test(text.charAt(start - 1)) && DIGIT.test(text.charAt(end));
  return isRange || CODE.test(chunkAt(text, start, end)) ? undefined : ELLIPSIS;
}

function dash(
  text: string,
  start: number,
  end: number,
  conventions: Conventions,
): string | undefined {
  const [before, after] = [text.charAt(start - 1), text.charAt(end)];
  const length = end - start;
  if (/[ \u00a0]/.test(before) && /[ \n\u00a0]/.test(after)) {
    const [left, right] = [text.charAt(start - 2), text.charAt(end + 1)];
    // The item of a list, or a line of several signs.
    if (/^[\s-]?$/.test(left) || /^[\s-]?$/.test(right)) return undefined;
    if (CODE.test(left + right) || left + right === '][') return undefined;
    if (length === 3) return EM_DASH;
    if (length === 2) return conventions.dash;
    const isFormula = isShort(text, start - 2) && isShort(text, end + 1);
    return isFormula ? undefined : conventions.hyphen;
  }
  if (length === 1) return undefined;
  // Before the name of whom a text quotes.
  if (lineStart(text, start)) return after === ' ' ? EM_DASH : undefined;
  if (CODE.test(chunkAt(text, start, end))) return undefined;
  if (length === 2 && DIGIT.test(before) && DIGIT.test(after)) return EN_DASH;
  // The operator of `i--`.
  if (WORD.test(before) && isShort(text, start - 1)) return undefined;
  if (!BEFORE.test(before) || (after !== '' && !AFTER.test(after))) return undefined;
  return length === 3 ? EM_DASH : conventions.joinedDash;
}

/** The text between spaces around a range, as far as a long word reaches. */
function chunkAt(text: string, start: number, end: number): string {
  const before = /(?<!\S)\S*$/.exec(text.slice(Math.max(0, start - LONG_WORD), start))?.[0] ?? '';
  return (
    before + text.slice(start, end) + (/^\S*/.exec(text.slice(end, end + LONG_WORD))?.[0] ?? '')
  );
}

function lineStart(text: string, index: number): boolean {
  return index === 0 || text.charAt(index - 1) === '\n';
}

/** Whether the word at an offset is a number or has one letter. */
function isShort(text: string, index: number): boolean {
  if (!WORD.test(text.charAt(index))) return false;
  if (DIGIT.test(text.charAt(index))) return true;
  return !WORD.test(text.charAt(index - 1)) && !WORD.test(text.charAt(index + 1));
}
