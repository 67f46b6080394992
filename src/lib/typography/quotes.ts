/** Finds which straight quotation mark opens, which closes, and which is an apostrophe or a sign of measure. */
import type { Conventions, Marks } from './conventions.ts';
import type { Edit } from './edit.ts';
import type { IsProtected } from './protected.ts';
import {
  canClose,
  canOpen,
  isApostrophe,
  isWithin,
  isWord,
  placeOf,
  startsString,
  type Place,
} from './quote-place.ts';

type Kind = 'double' | 'single';

/** An opening mark that waits for its closing one. */
interface Opening {
  readonly kind: Kind;
  readonly index: number;
  /** A curly one stays, and so does one of a string of a programming language with its end. */
  readonly state: 'straight' | 'curly' | 'string';
}

const QUOTE = /["'“”„«»‘’‚‹›]/g;
const APOSTROPHE = '’';
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
  const paragraph = new Paragraph(text, conventions, found);
  for (const order of found.keys()) paragraph.read(order);
  const signs = paragraph.end();
  return found.flatMap((index) => {
    const sign = signs.get(index);
    return sign === undefined ? [] : [{ start: index, end: index + 1, text: sign }];
  });
}

/** Reads the marks of a paragraph one after the other. */
class Paragraph {
  readonly #text: string;
  readonly #conventions: Conventions;
  /** Offsets of the marks. */
  readonly #found: readonly number[];
  /** What straight marks become, by offset. */
  readonly #signs = new Map<number, string>();
  readonly #open: Opening[] = [];
  readonly #count = { double: 0, single: 0 };

  constructor(text: string, conventions: Conventions, found: readonly number[]) {
    this.#text = text;
    this.#conventions = conventions;
    this.#found = found;
  }

  /** @param order of the mark among those of the paragraph */
  read(order: number): void {
    const index = this.#found[order] ?? 0;
    const sign = this.#text.charAt(index);
    const place = placeOf(this.#text, index);
    if (sign !== '"' && sign !== "'") this.#readCurly(sign, index, place);
    else if (!place.isTwin) this.#readStraight(sign === '"' ? 'double' : 'single', order, place);
  }

  /** What straight marks become, by offset. */
  end(): ReadonlyMap<number, string> {
    for (const opening of this.#open) this.#leave(opening);
    return this.#signs;
  }

  #readCurly(sign: string, index: number, place: Place): void {
    const role = roleOf(sign, this.#conventions);
    if (role === undefined) return;
    if (role.opens) this.#push({ kind: role.kind, index, state: 'curly' });
    else if (this.#count[role.kind] > 0 && !isWithin(place)) this.#close(role.kind);
  }

  #readStraight(kind: Kind, order: number, place: Place): void {
    const index = this.#found[order] ?? 0;
    const isOpen = this.#count[kind] > 0;
    const isTop = this.#open.at(-1)?.kind === kind;
    if (isWithin(place)) {
      if (kind === 'single' && isApostrophe(place)) this.#signs.set(index, APOSTROPHE);
      else if (kind === 'double' && !isOpen) this.#push({ kind, index, state: 'string' });
    } else if (canOpen(this.#text, index, place, isOpen)) {
      if (kind === 'single' && SHORTENED.test(this.#text.slice(index + 1, index + 8)))
        this.#signs.set(index, APOSTROPHE);
      else this.#push({ kind, index, state: 'straight' });
    } else if (place.left === '' || /\s/.test(place.left)) return;
    else if (/\d/.test(place.previous) && !this.#closesAfterNumber(order, isOpen)) return;
    else if (isOpen && (kind === 'double' || isTop)) this.#close(kind, index);
    else if (kind === 'single') {
      if (isApostrophe(place)) this.#signs.set(index, APOSTROPHE);
    } else if (startsString(place)) this.#push({ kind, index, state: 'string' });
    else if (canClose(place)) this.#signs.set(index, this.#conventions.double.close);
  }

  #push(opening: Opening): void {
    this.#open.push(opening);
    this.#count[opening.kind]++;
  }

  #pop(): Opening | undefined {
    const opening = this.#open.pop();
    if (opening !== undefined) this.#count[opening.kind]--;
    return opening;
  }

  /** @param index of the closing mark, if it is straight */
  #close(kind: Kind, index?: number): void {
    let opening = this.#pop();
    for (; opening !== undefined && opening.kind !== kind; opening = this.#pop())
      this.#leave(opening);
    const { open, close } = this.#conventions[kind];
    if (opening?.state === 'straight') this.#signs.set(opening.index, open);
    if (index !== undefined && opening?.state !== 'string') this.#signs.set(index, close);
  }

  /** An opening mark without a closing one. */
  #leave({ kind, index, state }: Opening): void {
    if (state !== 'straight') return;
    const { right } = placeOf(this.#text, index);
    if (kind === 'double' || /\p{Lu}/u.test(right))
      this.#signs.set(index, this.#conventions[kind].open);
    else if (isWord(right)) this.#signs.set(index, APOSTROPHE);
  }

  /** Whether a mark after a digit closes a quotation, rather than stand for inches or minutes. */
  #closesAfterNumber(order: number, isOpen: boolean): boolean {
    if (!isOpen) return false;
    const sign = this.#text[this.#found[order] ?? 0];
    let next = order + 1;
    while (next < this.#found.length && this.#text[this.#found[next] ?? 0] !== sign) next++;
    const other = this.#found[next];
    // Another one will close it.
    return other === undefined || canOpen(this.#text, other, placeOf(this.#text, other), false);
  }
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
