/** Archives by year and month. */
import type { Addresses } from '../addresses/address.ts';
import { LIST_SIZE } from '../lib/list-pages.ts';
import { groupBy } from '../lib/group-by.ts';
import type { PictureFor } from './list-pictures.ts';
import type { Link, Month, PostSummary, PostsOfYear, Words, Year, YearForm } from './model.ts';

/** The archive opens years until it shows this many titles. */
const OPEN_TITLES = 50;
/** Titles that the archive contains, folded ones included; older years are lists of months. */
const MAX_TITLES = 1000;

/**
 * Newest first.
 * @param posts newest first
 * @param root path of the home page
 */
export function buildYears(
  posts: readonly PostSummary[],
  pictureFor: PictureFor,
  words: Words,
  addresses: Addresses,
  root: string,
): Year[] {
  const months = buildMonths(posts, pictureFor, words, addresses, root);
  const yearOf = (path: string): string => path.slice(root.length, root.length + 4);
  let titles = 0;
  return [...groupBy(months, ({ path }) => [yearOf(path)])].map(([year, inYear]) => {
    const shown = inYear.flatMap((month) => month.posts);
    const newer = titles;
    titles += shown.length;
    return {
      ...addresses.of(`${root}${year}/`),
      title: words.year(Number(year)),
      posts: shown,
      months: inYear,
      listsPosts: shown.length <= LIST_SIZE,
      inArchive: formAfter(newer, titles),
      anchor: `year-${year}`,
    };
  });
}

/**
 * @param newer number of titles of newer years
 * @param all the same with the titles of the year
 */
function formAfter(newer: number, all: number): YearForm {
  if (newer < OPEN_TITLES) return 'open';
  return all <= MAX_TITLES ? 'folded' : 'months';
}

function buildMonths(
  posts: readonly PostSummary[],
  pictureFor: PictureFor,
  words: Words,
  addresses: Addresses,
  root: string,
): Month[] {
  const byMonth = groupBy(posts, ({ published: { year, month } }) => [`${year}/${month}`]);
  const months = [...byMonth].map(([yearAndMonth, inMonth]) => {
    const [year = 0, month = 0] = yearAndMonth.split('/').map(Number);
    const address = addresses.of(`${root}${yearAndMonth}/`);
    return {
      ...address,
      title: words.month({ year, month }),
      name: words.monthName(month),
      posts: inMonth.map((post) => ({ picture: pictureFor(post.path, 'thumbnail'), ...post })),
    };
  });
  const linkTo = (month: (typeof months)[number] | undefined): Link | undefined =>
    month && { text: month.title, url: month.url };
  return months.map((month, index) => ({
    ...month,
    newer: linkTo(months[index - 1]),
    older: linkTo(months[index + 1]),
  }));
}

/**
 * Consecutive posts by year.
 * @param posts in any order, which stays
 * @param root path of the home page
 */
export function inYears(
  posts: readonly PostSummary[],
  words: Words,
  addresses: Addresses,
  root: string,
): PostsOfYear[] {
  const years: { year: string; posts: PostSummary[] }[] = [];
  for (const post of posts) {
    const { year } = post.published;
    const last = years.at(-1);
    if (last?.year === year) last.posts.push(post);
    else years.push({ year, posts: [post] });
  }
  return years.map(({ year, posts: inYear }) => ({
    text: words.year(Number(year)),
    url: addresses.of(`${root}${year}/`).url,
    posts: inYear,
  }));
}
