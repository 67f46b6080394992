/** Finds which straight quotation mark opens, which closes, and which is an apostrophe or a sign of measure. */
import type { Conventions, Marks } from './conventions.ts';
import type { Edit } from './edit.ts';
import type { IsProtected } from './protected.ts';

type Kind = 'double' | 'single';

/** An opening mark that waits for its closing one. */
interface Opening {
  readonly kind: Kind;
  readonly index: number;
  /** Absent for a mark that is curly already. */
  readonly straight?: true;
}

const QUOTE = /["'“”„«»‘’‚‹›]/g;
const QUOTES = '"\'“”„«»‘’‚‹›';
const WORD = /[\p{L}\p{M}\p{N}\ufffc]/u;
const LETTER = /[\p{L}\p{M}\ufffc]/u;
const APOSTROPHE = '’';
/** Quotation marks side by side. */
const MOST = 5;
/** English words that have lost their beginning, and years: ’tis, ’90s. */
const SHORTENED = /^(?:(?:em|n|tis|twas|twere|twill)(?![\p{L}\p{N}])|\d\ds?(?![\p{L}\p{N}]))/iu;

export function quoteEdits(
  text: string,
  conventions: Conventions,
  isProtected: IsProtected,
): Edit[] {
  const found = Array.from(text.matchAll(QUOTE), ({ index }) => index).filter(
    (index) => !isProtected(index),
  );
  const signs = new Map<number, string>();
  const open: Opening[] = [];
  const count = { double: 0, single: 0 };
  const isOpen = (kind: Kind): boolean => count[kind] > 0;
  const push = (opening: Opening): void => {
    open.push(opening);
    count[opening.kind]++;
  };
  const pop = (): Opening | undefined => {
    const opening = open.pop();
    if (opening !== undefined) count[opening.kind]--;
    return opening;
  };

  /** An opening mark without a closing one. */
  const leave = ({ kind, index, straight }: Opening): void => {
    if (straight === undefined) return;
    const after = around(text, index).right;
    if (kind === 'double') signs.set(index, conventions.double.open);
    else if (WORD.test(after)) signs.set(index, APOSTROPHE);
  };
  const close = (kind: Kind, index: number, isStraight: boolean): void => {
    let opening = pop();
    for (; opening !== undefined && opening.kind !== kind; opening = pop()) leave(opening);
    if (opening?.straight) signs.set(opening.index, conventions[kind].open);
    if (isStraight) signs.set(index, conventions[kind].close);
  };

  for (const [order, index] of found.entries()) {
    const sign = text.charAt(index);
    if (sign !== '"' && sign !== "'") {
      const role = roleOf(sign, conventions);
      if (role?.opens === true) push({ kind: role.kind, index });
      else if (role !== undefined && isOpen(role.kind) && !isWithin(text, index))
        close(role.kind, index, false);
      continue;
    }
    const kind = sign === '"' ? 'double' : 'single';
    const place = around(text, index);
    if (place.isTwin) continue;
    if (isWithin(text, index)) {
      if (kind === 'single' && LETTER.test(place.next)) signs.set(index, APOSTROPHE);
    } else if (opens(text, index, place, isOpen(kind))) {
      if (kind === 'single' && SHORTENED.test(text.slice(index + 1, index + 8)))
        signs.set(index, APOSTROPHE);
      else push({ kind, index, straight: true });
    } else if (place.left === '' || /\s/.test(place.left)) continue;
    else if (/\d/.test(place.previous) && !closesAfterNumber(text, found, order, isOpen(kind)))
      continue;
    else if (isOpen(kind) && (kind === 'double' || open.at(-1)?.kind === 'single'))
      close(kind, index, true);
    else if (kind === 'single') {
      if (LETTER.test(place.previous)) signs.set(index, APOSTROPHE);
    } else if (/[\p{L}\p{M}.!?,…)\ufffc]/u.test(place.left) && !WORD.test(place.right))
      signs.set(index, conventions.double.close);
  }
  for (const opening of open) leave(opening);
  return found.flatMap((index) => {
    const sign = signs.get(index);
    return sign === undefined ? [] : [{ start: index, end: index + 1, text: sign }];
  });
}

function roleOf(
  sign: string,
  { double, single }: Conventions,
): { readonly kind: Kind; readonly opens: boolean } | undefined {
  const marks: readonly (readonly [Kind, Marks])[] = [
    ['double', double],
    ['single', single],
  ];
  for (const [kind, { open, close }] of marks) {
    // Where both are alike, as in Swedish, they are no help.
    if (open === close) continue;
    if (open.startsWith(sign)) return { kind, opens: true };
    if (close.endsWith(sign)) return { kind, opens: false };
  }
  return undefined;
}

/** What stands around a mark. */
interface Place {
  readonly previous: string;
  readonly next: string;
  /** The nearest characters that are no quotation marks; empty at the ends of the text. */
  readonly left: string;
  readonly right: string;
  /** Whether it is one of two equal marks, as in `''`, which is code. */
  readonly isTwin: boolean;
}

function around(text: string, index: number): Place {
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

/** Between two letters or digits. */
function isWithin(text: string, index: number): boolean {
  return WORD.test(text.charAt(index - 1)) && WORD.test(text.charAt(index + 1));
}

function opens(
  text: string,
  index: number,
  { previous, next, left, right }: Place,
  isOpen: boolean,
): boolean {
  if (right === '' || /[\s,;:!?)\]}]/.test(right)) return false;
  // A full stop ends a sentence, but an ellipsis may begin one.
  if (right === '.' && !text.startsWith('..', index + 2)) return false;
  if (left === '' || /[\s([{<\u2014\u2013/¡¿]/.test(left)) return true;
  // After an elision: l'"ami"
  if (/['’]/.test(previous) && LETTER.test(text.charAt(index - 2)) && WORD.test(next)) return true;
  if (!WORD.test(right)) return false;
  // A hyphen that is a dash or joins words.
  if (left === '-') return true;
  return !isOpen && /[,;:]/.test(left);
}

/** Whether a mark after a digit closes a quotation, rather than stand for inches or minutes. */
function closesAfterNumber(
  text: string,
  found: readonly number[],
  order: number,
  isOpen: boolean,
): boolean {
  if (!isOpen) return false;
  const sign = text[found[order] ?? 0];
  let next = order + 1;
  while (next < found.length && text[found[next] ?? 0] !== sign) next++;
  const other = found[next];
  // Another one will close it.
  return other === undefined || opens(text, other, around(text, other), false);
}
