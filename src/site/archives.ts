/** Archives by year and month, and the pagination of the home page. */
import type { Addresses } from '../addresses/address.ts';
import type { SiteSettings } from '../content/site-schema.ts';
import { groupBy } from './group-by.ts';
import type { HomePage, Link, Month, Picture, Post, PostsOfYear, Words, Year } from './model.ts';

/**
 * Newest first.
 * @param posts newest first
 * @param root path of the home page
 */
export function buildYears(
  posts: readonly Post[],
  words: Words,
  addresses: Addresses,
  root: string,
): Year[] {
  const months = buildMonths(posts, words, addresses, root);
  const yearOf = (path: string): string => path.slice(root.length, root.length + 4);
  return [...groupBy(months, ({ path }) => [yearOf(path)])].map(([year, inYear]) => ({
    ...addresses.of(`${root}${year}/`),
    title: words.year(Number(year)),
    posts: inYear.flatMap((month) => month.posts),
    months: inYear,
  }));
}

function buildMonths(
  posts: readonly Post[],
  words: Words,
  addresses: Addresses,
  root: string,
): Month[] {
  const byMonth = groupBy(posts, ({ published: { year, month } }) => [`${year}/${month}`]);
  const months = [...byMonth].map(([yearAndMonth, inMonth]) => {
    const [year = 0, month = 0] = yearAndMonth.split('/').map(Number);
    const address = addresses.of(`${root}${yearAndMonth}/`);
    const title = words.month({ year, month });
    return { ...address, title, name: words.monthName(month), posts: inMonth };
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
 * Pages of posts, those pinned first; a single empty page if there are no posts.
 * @param pictures for cards, by path of the post
 * @param root path of the first
 */
export function buildHomePages(
  posts: readonly Post[],
  { pageSize: size, home }: Pick<SiteSettings, 'pageSize' | 'home'>,
  pictures: ReadonlyMap<string, Picture>,
  words: Words,
  addresses: Addresses,
  root: string,
): HomePage[] {
  const count = Math.max(1, Math.ceil(posts.length / size));
  const addressOf = (number: number) =>
    addresses.of(number === 1 ? root : `${root}page/${number}/`);
  const linkTo = (number: number, text: string): Link | undefined =>
    number < 1 || number > count ? undefined : { text, url: addressOf(number).url };
  const listed = posts.toSorted((a, b) => Number(b.pinned) - Number(a.pinned));
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1;
    const shown = listed.slice(index * size, number * size);
    return {
      ...addressOf(number),
      number,
      count,
      posts: shown,
      cards:
        home === 'cards'
          ? shown.map((post) => ({ ...post, picture: pictures.get(post.path) }))
          : [],
      years: home === 'list' ? inYears(shown, words, addresses, root) : [],
      newer: linkTo(number - 1, words.newerPosts),
      older: linkTo(number + 1, words.olderPosts),
    };
  });
}

/** In their order, which may not be that of time. */
function inYears(
  posts: readonly Post[],
  words: Words,
  addresses: Addresses,
  root: string,
): PostsOfYear[] {
  const years: { year: string; posts: Post[] }[] = [];
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
