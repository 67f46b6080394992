/** Taxonomies: tags and authors with their posts. */
import type { Term } from '../addresses/taxonomies.ts';
import type { AuthorEntry, TermEntry } from '../content/entries.ts';
import { groupBy } from '../lib/group-by.ts';
import type { Author, Picture, PostSummary, Tag, TagIndex, Words } from './model.ts';
import { profileOf } from './profiles.ts';

/** So many tags do not crowd others out, and are too few for a list of their own. */
const FEW = 8;

/** @param posts newest first */
export function buildTags(
  list: readonly Term[],
  posts: readonly PostSummary[],
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

/** @param tags by name */
export function indexTags(tags: readonly Tag[]): TagIndex {
  const byUse = tags.toSorted((a, b) => b.posts.length - a.posts.length);
  const single = tags.filter(({ posts }) => posts.length === 1);
  if (single.length <= FEW || tags.length - single.length < FEW)
    return { frequent: byUse, single: [] };
  return { frequent: byUse.filter(({ posts }) => posts.length > 1), single };
}

/**
 * @param posts newest first
 * @param portraitAt returns the portrait at a URL of this site
 */
export function buildAuthors(
  list: readonly Term[],
  posts: readonly PostSummary[],
  entries: readonly AuthorEntry[],
  words: Words,
  portraitAt: (url: string) => Picture,
): Author[] {
  const members = groupBy(posts, ({ authors }) => authors.map(({ url }) => url));
  const described = new Map(entries.map((entry) => [entry.fields.name, entry]));
  return list.map((term) => ({
    ...term,
    ...profileOf(described.get(term.name), term, words.profiles, portraitAt),
    initial: Array.from(term.name)[0] ?? '',
    posts: members.get(term.url) ?? [],
  }));
}
