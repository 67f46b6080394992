/** Pagination of lists. */
import type { Addresses } from '../addresses/address.ts';
import type { Link, Paginated, Words } from './model.ts';

/** Pages in a row that are always there, so that the pagination is as wide on each page. */
const IN_A_ROW = 3;

/** @param paths of all pages of a list, newest posts first */
export function paginate(
  paths: readonly string[],
  words: Words,
  addresses: Addresses,
): Paginated[] {
  const all = paths.map((path) => addresses.of(path));
  const linkTo = (index: number, text: string): Link | undefined => {
    const url = all[index]?.url;
    return url === undefined ? undefined : { text, url };
  };
  return all.map((address, index) => ({
    ...address,
    number: index + 1,
    count: all.length,
    newer: linkTo(index - 1, words.newerPosts),
    older: linkTo(index + 1, words.olderPosts),
    numbers: numbersAround(index + 1, all.length).map((number) =>
      number === 'gap'
        ? number
        : { number, url: all[number - 1]?.url ?? '', isCurrent: number === index + 1 },
    ),
  }));
}

/**
 * The first page, the last, and those around the current one: `1 … 11 12 13 … 24`.
 * @param current from 1 to `count`
 * @returns the numbers, with `gap` where at least two pages are left out
 */
export function numbersAround(current: number, count: number): (number | 'gap')[] {
  const first = Math.max(1, Math.min(current - 1, count - IN_A_ROW + 1));
  const row = Array.from({ length: IN_A_ROW }, (_, index) => first + index);
  const shown = [...new Set([1, ...row, count])].filter((number) => number <= count);
  return shown.flatMap((number, index) => {
    const before = shown[index - 1] ?? 0;
    if (number - before === 1) return [number];
    return number - before === 2 ? [number - 1, number] : ['gap' as const, number];
  });
}
