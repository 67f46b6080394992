/** Escapes text for Markdown as Perennial reads it: what could be syntax, and nothing else. */

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
}

const PUNCTUATION = /[!-/:-@[-`{-~]/;
const WORD = /[\p{L}\p{N}]/u;
const SPACE = /^\s*$/;
const ENTITY = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|\w+);/y;
const SPECIAL = /_+|[\\`*[\]<&~!|#]/g;
/** How far the end of a label is looked for. */
const REACH = 1000;
/** Starts of a line that are more than text, and the length of what stands before the sign to escape. */
const LINE_STARTS: readonly (readonly [RegExp, number])[] = [
  [/^#{1,6}(?=\s|$)/, 0],
  [/^>/, 0],
  [/^[-+](?=\s|$)/, 0],
  [/^-[-\s]*$/, 0],
  [/^=+\s*$/, 0],
  [/^[-:|][-:|\s]*$/, 0],
  [/^~~~/, 0],
];
const NUMBER = /^\d{1,9}(?=[.)](?:\s|$))/;
/** Bare addresses, which become links; no escapes work in them. */
const ADDRESS = /(?<![a-z\d])(?:https?:\/\/|ftp:\/\/|www\.)[^\s<]*/gi;
/** Of a bare address, what would be syntax elsewhere. */
const RISKY = /[\\`*~[\]|]|&\w+;|_(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_])_/u;

export function escapeText(value: string, place: TextPlace): string {
  const isLineStart = place.before === '' || place.before === '\n';
  let start = '';
  let rest = value;
  if (isLineStart) {
    const number = NUMBER.exec(value)?.[0] ?? '';
    const rule = LINE_STARTS.find(([pattern]) => pattern.test(value));
    if (number !== '')
      [start, rest] = [`${number}\\${value[number.length] ?? ''}`, value.slice(number.length + 1)];
    else if (rule !== undefined) [start, rest] = [`\\${value[0] ?? ''}`, value.slice(1)];
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
    // Escaping this colon, it is no address any more.
    const goesOn = end === value.length && !/^[\s<]?$/.test(place.after.replace(LINE_BREAK, '\\'));
    if (goesOn || RISKY.test(address)) {
      const head = /^(?:\w+:|www\.)/i.exec(address)?.[0] ?? '';
      const tail = { ...place, before: head.slice(-1), after: value[end] ?? place.after };
      result += `${head.slice(0, -1)}\\${head.slice(-1)}${escapeSigns(address.slice(head.length), tail)}`;
    } else result += address;
    at = end;
  }
  return result + escapeSigns(value.slice(at), { ...place, before: value[at - 1] ?? place.before });
}

function escapeSigns(value: string, place: TextPlace): string {
  return value.replace(SPECIAL, (sign, index: number) => {
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
      return !(SPACE.test(after) && SPACE.test(before)) || before === '' || before === '\n';
    case '~':
      return !SPACE.test(after) || after === '\n';
    case '[':
      return place.isLabel || opensLabel(value, index, place);
    case ']':
      return place.isLabel;
    case '<':
      return after === '' || /[a-zA-Z/!?]/.test(after);
    case '&':
      ENTITY.lastIndex = index;
      return ENTITY.test(value);
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
