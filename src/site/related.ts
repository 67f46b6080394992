/** Related posts: those with the most similar words and tags. */
import { wordStats, hashTerm } from '../lib/word-stats.ts';
import { TermIndex } from './term-index.ts';

export interface RelatedInput {
  readonly title: string;
  readonly tags: readonly string[];
  /** Terms of the body, from `wordStats`. */
  readonly terms: Int32Array;
  readonly draft: boolean;
}

/** Below this, term frequencies are noise, and the home page shows all posts anyway. */
const MIN_POSTS = 20;
const MAX_RELATED = 3;
/** From 0 to 1. Below this, half of the suggestions for 733 posts were unrelated. */
const MIN_SIMILARITY = 0.12;
/** How often a tag or a word of the title counts. */
const WEIGHT = 5;

/**
 * For each post the indexes of its related posts, most similar first. Leaves out
 * drafts and adjacent posts, which every post links to.
 * @param posts ordered by date
 */
export function relatedPosts(posts: readonly RelatedInput[]): number[][] {
  if (posts.filter(({ draft }) => !draft).length < MIN_POSTS) return posts.map(() => []);
  const index = new TermIndex(posts.map(termsOf), (place) => posts[place]?.draft === false);
  return posts.map((_, place) => {
    const distance = (other: number) => Math.abs(other - place);
    return (
      index
        .similarTo(place, MIN_SIMILARITY)
        .filter((other) => distance(other.place) > 1)
        // Ties go to the post nearer in time, then to the newer one.
        .toSorted(
          (a, b) =>
            b.similarity - a.similarity ||
            distance(a.place) - distance(b.place) ||
            a.place - b.place,
        )
        .slice(0, MAX_RELATED)
        .map((other) => other.place)
    );
  });
}

function termsOf({ title, tags, terms }: RelatedInput): Int32Array {
  const more = [...wordStats(title).terms, ...tags.map((tag) => hashTerm(`#${tag.toLowerCase()}`))];
  const all = new Int32Array(terms.length + WEIGHT * more.length);
  all.set(terms);
  for (let times = 0; times < WEIGHT; times++) all.set(more, terms.length + times * more.length);
  return all;
}
