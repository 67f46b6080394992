/** Which characters of a font a site needs. */
import { decodeEntities } from '../../lib/html.ts';

/** Below it are alphabets; a site that uses a letter of one may soon use the others. */
const END_OF_ALPHABETS = 0x20_00;
const BLOCK = 128;

/** Latin with accents, punctuation, currencies, arrows and signs of the interface. */
const ALWAYS: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x1_7f],
  [0x20_10, 0x20_27],
  [0x20_2f, 0x20_3a],
  [0x20_ac, 0x20_ac],
  [0x21_22, 0x21_22],
  [0x21_90, 0x21_99],
  [0x22_12, 0x22_12],
];

/** Each once, in order: whole alphabets of which there is a letter, and the other characters of the texts. */
export function charactersOf(texts: Iterable<string>): string {
  const points = new Set<number>();
  const add = (first: number, last: number): void => {
    for (let point = first; point <= last; point++) points.add(point);
  };
  for (const [first, last] of ALWAYS) add(first, last);
  for (const text of texts) {
    for (const character of new Set(text.includes('&') ? decodeEntities(text) : text)) {
      const point = character.codePointAt(0) ?? 0;
      if (points.has(point)) continue;
      const start = point - (point % BLOCK);
      if (point < END_OF_ALPHABETS) add(Math.max(start, 0x20), start + BLOCK - 1);
      else points.add(point);
    }
  }
  return String.fromCodePoint(...[...points].toSorted((a, b) => a - b));
}
