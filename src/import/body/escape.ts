/** Escapes text for Markdown as Perennial reads it: what could be syntax, and nothing else. */

import { decodeEntities } from '../../lib/html.ts';

/** Stands for the character after a text, if that is the backslash of a line break. */
export const LINE_BREAK = '\r';

export interface TextPlace {
  /** The character before, empty or a line feed at the start of a line. */
  readonly before: string;
  /** The character after. */
  readonly after: string;
  /** Within the text of a link or the description of a picture. */
  readonly isLabel: boolean;
  readonly isCell: boolean;
  readonly isHeading: boolean;
  /** Signs that need no escape, since the paragraph has each of them once. */
  readonly lone?: string;
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const WORD = /[\p{L}\p{N}]/u;
const SPACE = /^\s*$/;
/** Characters. */
const LONGEST_ENTITY = 33;
const SPECIAL = /_+|[\\`*[\](<&~!|#]/g;
/** How far the end of a label is looked for. */
const REACH = 1000;
/** Starts of a line that are more than text. */
const LINE_START = /^(?:#{1,6}(?=\s|$)|[>|]|[-+*](?=\s|$)|[-=:][-\s:|=]*$|~~~)/;
const NUMBER = /^\d{1,9}(?=[.)](?:\s|$))/;
/** Bare addresses, which become links; no escapes work in them. */
const ADDRESS = /(?:https?:\/\/|ftp:\/\/|www\.)[^\s<]*/gi;
/** Of a bare address, what would be syntax elsewhere. */
const RISKY = /[\\`*~[\]|]|&\w+;|_(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_])_/u;

export function escapeText(value: string, place: TextPlace): string {
  const isLineStart = place.before === '' || place.before === '\n';
  let start = '';
  let rest = value;
  if (isLineStart) {
    const number = NUMBER.exec(value)?.[0] ?? '';
    if (number !== '')
      [start, rest] = [`${number}\\${value[number.length] ?? ''}`, value.slice(number.length + 1)];
    else if (LINE_START.test(value)) [start, rest] = [`\\${value[0] ?? ''}`, value.slice(1)];
  }
  const inner = { ...place, before: start === '' ? place.before : start.slice(-1) };
  return start + escapeParts(rest, inner);
}

/** Leaves bare addresses as they are, if they hold nothing that would need an escape. */
function escapeParts(value: string, place: TextPlace): string {
  if (place.isLabel || !/:\/\/|www\./i.test(value)) return escapeSigns(value, place);
  let result = '';
  let at = 0;
  for (const { 0: address, index } of value.matchAll(ADDRESS)) {
    const end = index + address.length;
    result += escapeSigns(value.slice(at, index), {
      ...place,
      before: value[at - 1] ?? place.before,
      after: address,
    });
    const next = value[end] ?? place.after.replace(LINE_BREAK, '\\');
    const goesOn = !/^\s?$/.test(next);
    if (goesOn || RISKY.test(address)) result += escapeAddress(address, { ...place, after: next });
    else result += address;
    at = end;
  }
  return result + escapeSigns(value.slice(at), { ...place, before: value[at - 1] ?? place.before });
}

/** Makes it text: without these signs, nothing in it is an address. */
function escapeAddress(address: string, place: TextPlace): string {
  const parts = address.split(/(?<=https?(?=:\/\/)|ftp(?=:\/\/)|www(?=\.))/i);
  return parts
    .map((part, index) => {
      const isFirst = index === 0;
      const inner = {
        ...place,
        before: isFirst ? 'a' : ':',
        after: parts[index + 1]?.[0] ?? place.after,
      };
      return isFirst
        ? escapeSigns(part, inner)
        : `\\${part[0] ?? ''}${escapeSigns(part.slice(1), inner)}`;
    })
    .join('');
}

function escapeSigns(value: string, place: TextPlace): string {
  return value.replace(SPECIAL, (sign, index: number) => {
    if (!place.isLabel && place.lone?.includes(sign) === true) return sign;
    if (sign.startsWith('_'))
      return isInsideWord(value, index, sign.length, place) ? sign : sign.replaceAll('_', '\\_');
    return isSyntax(value, index, place) ? `\\${sign}` : sign;
  });
}

function isSyntax(value: string, index: number, place: TextPlace): boolean {
  const sign = value[index];
  const before = value[index - 1] ?? place.before;
  const after = value[index + 1] ?? place.after;
  switch (sign) {
    case '\\':
      return after === '\n' || after === LINE_BREAK || PUNCTUATION.test(after) || after === '';
    case '`':
      return true;
    case '*':
      return before !== ' ' || after !== ' ';
    case '~':
      return !SPACE.test(after) || after === '\n';
    case '[':
      return place.isLabel ? pairEnd(value, index) === -1 : opensLabel(value, index, place);
    case ']':
      return place.isLabel && pairEnd(value, pairStart(value, index)) !== index;
    case '(':
      return place.isLabel && before === ']';
    case '<':
      return after === '' || /[a-zA-Z/!?]/.test(after);
    case '&':
      // Some entities end without a semicolon.
      return (
        !decodeEntities(value.slice(index, index + LONGEST_ENTITY)).startsWith('&') ||
        /^&amp/i.test(value.slice(index, index + 4))
      );
    case '!':
      return index === value.length - 1 && place.after.startsWith('[');
    case '|':
      return place.isCell;
    case '#':
      return (
        place.isHeading &&
        SPACE.test(before) &&
        place.after === '\n' &&
        /^#+$/.test(value.slice(index))
      );
    default:
      return false;
  }
}

/** Whether a run of `_` can neither start nor end emphasis. */
function isInsideWord(value: string, start: number, length: number, place: TextPlace): boolean {
  const end = start + length;
  const before = start > 0 ? lastCharacter(value.slice(0, start)) : place.before;
  const after =
    end < value.length ? String.fromCodePoint(value.codePointAt(end) ?? 32) : place.after;
  return WORD.test(before) && WORD.test(after);
}

function lastCharacter(text: string): string {
  return /[\ud800-\udbff][\udc00-\udfff]$/.exec(text)?.[0] ?? text.slice(-1);
}

/** Where a bracket ends that may stand in the text of a link as it is; -1 if it may not. */
function pairEnd(value: string, start: number): number {
  const pair = /^\[[^[\]\\^!][^[\]\\]{0,200}\](?![([:])/.exec(
    value.slice(start, start + REACH),
  )?.[0];
  return pair === undefined || value[start - 1] === '\\' ? -1 : start + pair.length - 1;
}

function pairStart(value: string, end: number): number {
  const from = Math.max(0, end - REACH);
  return from + value.slice(from, end).lastIndexOf('[');
}

/** Whether `[` could start a link, a footnote, an alert, a task or a definition. */
function opensLabel(value: string, index: number, { after, before }: TextPlace): boolean {
  const next = value[index + 1];
  if (next === '^' || next === '!' || next === undefined) return true;
  const end = value.slice(index, index + REACH).indexOf(']') + index;
  if (end < index) return true;
  const isFirst = index === 0 && (before === '' || before === '\n');
  if (isFirst && /^\[[ xX]\]/.test(value)) return true;
  if (value.slice(index + 1, end).includes('[')) return true;
  return /[([:]/.test(value[end + 1] ?? after);
}
