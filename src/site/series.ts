/** Series: their posts in the order to read them, and the links from part to part. */
import type { PlannedEdition } from '../addresses/editions.ts';
import type { Term } from '../addresses/taxonomies.ts';
import type { PlannedPost } from '../addresses/plan-entries.ts';
import type { TermEntry } from '../content/entries.ts';
import { groupBy } from '../lib/group-by.ts';
import type { Link, PostSeries, PostSummary, Series } from './model.ts';

interface Numbered<Item> {
  readonly part: number;
  readonly item: Item;
}

/** The planned posts of each series of an edition by its name, in order. */
export type PartsOf = ReadonlyMap<string, readonly Numbered<PlannedPost>[]>;

export function partsOfSeries({ posts }: Pick<PlannedEdition, 'posts'>): PartsOf {
  const groups = groupBy(posts, ({ entry }) => seriesNames(entry));
  return new Map([...groups].map(([name, members]) => [name, inOrder(members)]));
}

/**
 * By part, then oldest first. Posts without a number follow, and count on.
 * @param posts newest first
 */
function inOrder(posts: readonly PlannedPost[]): Numbered<PlannedPost>[] {
  let last = 0;
  return posts
    .toReversed()
    .toSorted((a, b) => (writtenPart(a) === writtenPart(b) ? 0 : writtenPart(a) - writtenPart(b)))
    .map((item) => {
      const written = writtenPart(item);
      last = written === Infinity ? last + 1 : written;
      return { part: last, item };
    });
}

function writtenPart({ entry }: PlannedPost): number {
  return entry.fields.series?.part ?? Infinity;
}

/** A post links to at most this many parts, those around it; the page of the series to all. */
const MAX_LINKS = 100;

/** What the page of a post shows of its series. */
export function seriesOf(
  place: PlannedPost,
  terms: ReadonlyMap<string, Term>,
  partsOf: PartsOf,
  linkTo: (place: PlannedPost) => Link,
): PostSeries | undefined {
  const { name = '' } = place.entry.fields.series ?? {};
  const term = terms.get(name);
  const members = partsOf.get(name) ?? [];
  const index = members.findIndex(({ item }) => item === place);
  const own = members[index];
  if (term === undefined || own === undefined) return undefined;
  const last = Math.max(0, members.length - MAX_LINKS);
  const start = Math.min(Math.max(0, index - MAX_LINKS / 2), last);
  const links = members.slice(start, start + MAX_LINKS).map(({ part, item }) => ({
    ...linkTo(item),
    part,
    isCurrent: item === place,
  }));
  return {
    name,
    url: term.url,
    canonical: term.canonical,
    part: own.part,
    parts: links,
    previous: links[index - start - 1],
    next: links[index - start + 1],
  };
}

/** @param posts newest first */
export function buildSeries(
  edition: PlannedEdition,
  posts: readonly PostSummary[],
  entries: readonly TermEntry[],
): Series[] {
  const partsOf = partsOfSeries(edition);
  const described = new Map(entries.map(({ name, fields }) => [name, fields.description]));
  const names = new Map(
    edition.posts.map(({ entry, address }) => [address.path, seriesNames(entry)]),
  );
  const members = groupBy(posts, ({ path }) => names.get(path) ?? []);
  return edition.series.map((term) => {
    const own = members.get(term.name) ?? [];
    const byUrl = new Map(own.map((post) => [post.url, post]));
    return {
      ...term,
      description: described.get(term.name),
      posts: own,
      parts: (partsOf.get(term.name) ?? []).flatMap(({ part, item }) => {
        const post = byUrl.get(item.address.url);
        return post === undefined ? [] : [{ part, post }];
      }),
    };
  });
}

/** One name, or none. */
function seriesNames({ fields: { series } }: PlannedPost['entry']): string[] {
  return series === undefined ? [] : [series.name];
}
