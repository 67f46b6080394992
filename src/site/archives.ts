/** Posts by year and month, and the pages of the home page. */
import type { Addresses } from '../addresses/address.ts';
import { monthNames } from '../dates.ts';
import type { HomePage, Link, Month, Post, Year } from './model.ts';

/** Newest first. @param posts newest first */
export function buildYears(posts: readonly Post[], language: string, addresses: Addresses): Year[] {
  const names = monthNames(language);
  const years = new Map<string, Map<string, Post[]>>();
  for (const post of posts) {
    const { year, month } = post.published;
    const months = years.get(year) ?? new Map<string, Post[]>();
    years.set(year, months);
    months.set(month, [...(months.get(month) ?? []), post]);
  }
  return [...years].map(([year, byMonth]) => {
    const months: Month[] = [...byMonth].map(([month, inMonth]) => {
      const name = names[Number(month) - 1] ?? month;
      return {
        ...addresses.of(`/${year}/${month}/`),
        title: `${name} ${year}`,
        name,
        posts: inMonth,
      };
    });
    return {
      ...addresses.of(`/${year}/`),
      title: year,
      posts: months.flatMap((month) => month.posts),
      months,
    };
  });
}

/** Pages of `size` posts each; one without posts when there are none. */
export function buildHomePages(
  posts: readonly Post[],
  size: number,
  addresses: Addresses,
): HomePage[] {
  const count = Math.max(1, Math.ceil(posts.length / size));
  const addressOf = (number: number) => addresses.of(number === 1 ? '/' : `/page/${number}/`);
  const linkTo = (number: number, text: string): Link | undefined =>
    number < 1 || number > count ? undefined : { text, url: addressOf(number).url };
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    return {
      ...addressOf(number),
      number,
      count,
      posts: posts.slice(index * size, number * size),
      newer: linkTo(number - 1, 'Newer posts'),
      older: linkTo(number + 1, 'Older posts'),
    };
  });
}
