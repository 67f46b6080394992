/** Tags and authors: which names have a page, and where. */
import type { PostEntry } from '../content/entries.ts';
import { uniqueSlugs } from '../lib/slug.ts';
import type { Addresses, FeedAddresses, PageAddress } from './address.ts';

/** A name that has a page of its own. */
export interface Term extends PageAddress {
  readonly name: string;
  readonly feeds: FeedAddresses;
}

/** The pages of all tags that the posts use, by the order of their addresses. */
export function tagTerms(posts: readonly PostEntry[], addresses: Addresses): Term[] {
  return terms(
    posts.flatMap(({ fields }) => fields.tags),
    '/tags/',
    addresses,
  );
}

/** The pages of all authors that the posts name, but for the anonymous ones. */
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
