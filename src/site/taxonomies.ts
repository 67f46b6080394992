/** Taxonomies: tags and authors with their posts. */
import type { Term } from '../addresses/taxonomies.ts';
import type { AuthorEntry, TermEntry } from '../content/entries.ts';
import { groupBy } from './group-by.ts';
import type { Author, Picture, Post, Tag, Words } from './model.ts';
import { profileOf } from './profiles.ts';

/** @param posts newest first */
export function buildTags(
  list: readonly Term[],
  posts: readonly Post[],
  entries: readonly TermEntry[],
): Tag[] {
  const members = groupBy(posts, ({ tags }) => tags.map(({ url }) => url));
  const described = new Map(entries.map(({ name, fields }) => [name, fields.description]));
  return list.map((term) => ({
    ...term,
    description: described.get(term.name),
    posts: members.get(term.url) ?? [],
  }));
}

/**
 * @param posts newest first
 * @param portraitAt returns the portrait at a URL of this site
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
