/** The taxonomies: tags and authors, whose terms have a page and feeds each. */
import type { PostEntry } from '../content/entries.ts';
import { uniqueSlugs } from '../lib/slug.ts';
import type { Addresses, FeedAddresses, PageAddress } from './address.ts';

/** A tag or author. */
export interface Term extends PageAddress {
  readonly name: string;
  readonly feeds: FeedAddresses;
}

/** Tags of the posts, sorted by slug. */
export function tagTerms(posts: readonly PostEntry[], addresses: Addresses): Term[] {
  return terms(
    posts.flatMap(({ fields }) => fields.tags),
    '/tags/',
    addresses,
  );
}

/** Authors of the posts except anonymous ones, sorted by slug. */
export function authorTerms(
  posts: readonly PostEntry[],
  anonymous: readonly string[],
  addresses: Addresses,
): Term[] {
  const names = posts.flatMap(({ fields }) => fields.author);
  return terms(
    names.filter((name) => !anonymous.includes(name)),
    '/authors/',
    addresses,
  );
}

function terms(names: readonly string[], root: string, addresses: Addresses): Term[] {
  return [...uniqueSlugs(names)]
    .toSorted(([, a], [, b]) => (a < b ? -1 : 1))
    .map(([name, slug]) => {
      const path = `${root}${slug}/`;
      return { name, ...addresses.of(path), feeds: addresses.feedsBelow(path) };
    });
}
