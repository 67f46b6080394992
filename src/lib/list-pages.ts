/** Long lists of posts in pages: `/tags/herbs/`, `/tags/herbs/page/2/`, ... */

/** Posts that a page of a tag, an author, a series or a month lists, so that it loads fast however many there are. */
export const LIST_SIZE = 500;

/**
 * Paths of the pages of a list.
 * @param path of the first page
 * @param count number of posts
 */
export function listPaths(path: string, count: number, size = LIST_SIZE): string[] {
  return Array.from({ length: pageCount(count, size) }, (_, index) =>
    index === 0 ? path : `${path}page/${index + 1}/`,
  );
}

/** At least one, even if it is empty. */
export function pageCount(count: number, size = LIST_SIZE): number {
  return Math.max(1, Math.ceil(count / size));
}

/** @param number from 1 */
export function itemsOnPage<Item>(
  items: readonly Item[],
  number: number,
  size = LIST_SIZE,
): readonly Item[] {
  return items.slice((number - 1) * size, number * size);
}
