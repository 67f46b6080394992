/** What the end of a post says about its authors. */
import type { AuthorEntry } from '../content/entries.ts';
import type { Byline, Picture, Writer } from './model.ts';
import { portraitOf } from './profiles.ts';

export type WritersOf = (authors: readonly Byline[]) => Writer[];

/** @param portraitAt returns the portrait at a URL of this site */
export function writers(
  entries: readonly AuthorEntry[],
  portraitAt: (url: string) => Picture,
): WritersOf {
  const byName = new Map(entries.map((entry) => [entry.fields.name, entry]));
  return (authors) => {
    const all = authors.map((author) => {
      const entry = byName.get(author.name);
      const bio = entry?.fields.bio;
      return { ...author, bio, portrait: entry && portraitOf(entry, author, portraitAt) };
    });
    const isDescribed = all.some(({ bio, portrait }) => (bio ?? portrait) !== undefined);
    return isDescribed ? all : [];
  };
}
