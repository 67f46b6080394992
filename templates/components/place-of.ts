/** Which page of a list one is: `Page 2 of 7`. */
import type { Paginated, Words } from '../../src/site/model.ts';

/** Undefined for the first, which is the list itself. */
export function placeOf(words: Words, { number, count }: Paginated): string | undefined {
  return number === 1 ? undefined : words.pageOf(words.number(number), words.number(count));
}
