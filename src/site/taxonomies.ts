/** Tags and authors: what a post belongs to, with the posts of each. */
import type { Term } from '../addresses/taxonomies.ts';
import type { AuthorEntry } from '../content/entries.ts';
import { groupBy } from './group-by.ts';
import type { Author, Picture, Post, Tag, Words } from './model.ts';
import { profileOf } from './profiles.ts';

/** @param posts newest first */
export function buildTags(list: readonly Term[], posts: readonly Post[]): Tag[] {
  const members = groupBy(posts, ({ tags }) => tags.map(({ url }) => url));
  return list.map((term) => ({ ...term, posts: members.get(term.url) ?? [] }));
}

/**
 * @param posts newest first
 * @param portraitAt the portrait at an address of this site
 */
export function buildAuthors(
  list: readonly Term[],
  posts: readonly Post[],
  entries: readonly AuthorEntry[],
  words: Words,
  portraitAt: (url: string) => Picture,
): Author[] {
  const members = groupBy(posts, ({ authors }) => authors.map(({ url }) => url));
  const described = new Map(entries.map((entry) => [entry.fields.name, entry]));
  return list.map((term) => ({
    ...term,
    ...profileOf(described.get(term.name), term, words.profiles, portraitAt),
    posts: members.get(term.url) ?? [],
  }));
}
