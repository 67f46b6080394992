/** The pages of tags, authors, series and months. */
import type { Addresses } from '../addresses/address.ts';
import { itemsOnPage, listPaths } from '../lib/list-pages.ts';
import type { Paginated, PostSummary, PostsOfYear, Site, Words } from './model.ts';
import { paginate } from './pagination.ts';

type Lists = Pick<Site, 'tags' | 'authors' | 'series' | 'months'>;

export type ListPages = Pick<
  Site,
  'tagPages' | 'authorPages' | 'seriesPages' | 'monthPages' | 'furtherPages'
>;

/** @param inYears groups consecutive posts by year */
export function buildListPages(
  { tags, authors, series, months }: Lists,
  words: Words,
  addresses: Addresses,
  inYears: (posts: readonly PostSummary[]) => PostsOfYear[],
): ListPages {
  const pagesOf = <List extends Lists[keyof Lists][number]>(list: List) =>
    paginate(listPaths(list.path, list.posts.length), words, addresses).map((page) => {
      return { ...page, list, posts: itemsOnPage(list.posts, page.number) };
    });
  const byYear = <Page extends Paginated & { readonly posts: readonly PostSummary[] }>(
    page: Page,
  ) => ({ ...page, years: inYears(page.posts) });
  const tagPages = tags.flatMap(pagesOf).map(byYear);
  const authorPages = authors.flatMap(pagesOf).map(byYear);
  // The next page has the parts to read next, which are not the older ones.
  const seriesPages = series.flatMap(pagesOf).map((page) => {
    const parts = itemsOnPage(page.list.parts, page.number);
    return { ...page, parts, posts: parts.map(({ post }) => post), ...NO_DIRECTIONS };
  });
  const monthPages = months.flatMap(pagesOf).map((page) => {
    return { ...page, posts: itemsOnPage(page.list.posts, page.number) };
  });
  const all = [...tagPages, ...authorPages, ...seriesPages, ...monthPages];
  const furtherPages = all.filter(({ number }) => number > 1);
  return { tagPages, authorPages, seriesPages, monthPages, furtherPages };
}

const NO_DIRECTIONS = { newer: undefined, older: undefined };
