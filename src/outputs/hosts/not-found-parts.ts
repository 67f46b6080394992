/** Parts of the 404 index of a large site, of which a browser loads those that may have the address. */
import { groupBy } from '../../lib/group-by.ts';
import { keyOf } from './not-found-paths.ts';

export type TitledPage = readonly [path: string, title: string];

/** Pages, and old addresses with the index of their page. */
export interface Lookup {
  readonly pages: readonly TitledPage[];
  readonly redirects: readonly (readonly [from: string, page: number])[];
}

export interface Part extends Lookup {
  /** Of the keys of its addresses, and of no others. */
  readonly beginning: string;
}

/** Most addresses in a part, which then is about as large as the whole index of a usual blog. */
const PART_SIZE = 1000;

interface Entry {
  readonly key: string;
  readonly page: TitledPage;
  /** The old address, if it is one. */
  readonly from?: string;
}

/**
 * Sorts each page and each old address into one part.
 * @param common pages that are in no part, because every reader loads them
 */
export function splitIndex({ pages, redirects }: Lookup, common: ReadonlySet<TitledPage>): Part[] {
  const entries = [
    ...pages
      .filter((page) => !common.has(page))
      .map((page): Entry => ({ key: keyOf(page[0]), page })),
    ...redirects.flatMap(([from, index]): Entry[] => {
      const page = pages[index];
      return page === undefined ? [] : [{ key: keyOf(from), page, from }];
    }),
  ];
  return split(entries, '');
}

function split(entries: readonly Entry[], beginning: string): Part[] {
  if (entries.length <= PART_SIZE) return [{ beginning, ...lookupOf(entries) }];
  const groups = groupBy(entries, ({ key }) => [
    beginning + (Array.from(key.slice(beginning.length, beginning.length + 2))[0] ?? ''),
  ]);
  return Array.from(groups, ([longer, own]) =>
    longer === beginning ? [{ beginning, ...lookupOf(own) }] : split(own, longer),
  ).flat();
}

function lookupOf(entries: readonly Entry[]): Lookup {
  const places = new Map<TitledPage, number>();
  const place = (page: TitledPage): number => {
    const known = places.get(page) ?? places.size;
    places.set(page, known);
    return known;
  };
  const placed = entries.map(({ page, from }) => ({ from, page: place(page) }));
  return {
    pages: [...places.keys()],
    redirects: placed.flatMap(({ from, page }) => (from === undefined ? [] : [[from, page]])),
  };
}
