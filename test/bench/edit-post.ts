/** Edits of one post, as its writer makes them. */
import { appendFileSync, readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * Adds a paragraph to one of the posts in `folder`, in each round to another one: the posts
 * of the rounds are far from each other in the alphabet.
 * @param rounds how many rounds there are; the first one is 0
 */
export function editPost(folder: string, round: number, rounds: number): void {
  const slugs = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
  const slug = slugs[Math.floor((round / rounds) * slugs.length)];
  if (slug === undefined) throw new Error(`There is no post number ${round} in ${folder}.`);
  appendFileSync(path.join(folder, slug, 'index.md'), `\nA paragraph of round ${round}.\n`);
}
