/** Posts that the reader of a post may want to read next: those about the same things. */
import { wordStats, hashTerm } from '../lib/word-stats.ts';
import { TermIndex } from './term-index.ts';

/** What a post is compared by. */
export interface Comparable {
  readonly title: string;
  readonly tags: readonly string[];
  /** Of its body, as `wordStats` makes them. */
  readonly terms: Int32Array;
  readonly draft: boolean;
}

/** Of fewer posts, too few words are rare by more than chance, and the home page shows them all. */
const FEWEST_POSTS = 20;
const MOST_RELATED = 3;
/** Below, likeness was chance as often as not in a blog of 733 posts; of posts with the same words it is 1. */
const LEAST_LIKENESS = 0.12;
/** A word of the title, or a tag, counts as if the text used it so often. */
const WEIGHT = 5;

/**
 * For each post the places of those most like it, the most like first. Drafts
 * are never among them, nor are the neighbours in time, to which a post leads
 * anyway.
 * @param posts in the order of their dates
 */
export function relatedPosts(posts: readonly Comparable[]): number[][] {
  if (posts.filter(({ draft }) => !draft).length < FEWEST_POSTS) return posts.map(() => []);
  const index = new TermIndex(posts.map(termsOf), (place) => posts[place]?.draft === false);
  return posts.map((_, place) => {
    const distance = (other: number) => Math.abs(other - place);
    return (
      index
        .likeTo(place, LEAST_LIKENESS)
        .filter((other) => distance(other.place) > 1)
        // Of two that are as like, the one nearer in time, then the newer.
        .toSorted(
          (a, b) =>
            b.likeness - a.likeness || distance(a.place) - distance(b.place) || a.place - b.place,
        )
        .slice(0, MOST_RELATED)
        .map((other) => other.place)
    );
  });
}

function termsOf({ title, tags, terms }: Comparable): Int32Array {
  const more = [...wordStats(title).terms, ...tags.map((tag) => hashTerm(`#${tag.toLowerCase()}`))];
  const all = new Int32Array(terms.length + WEIGHT * more.length);
  all.set(terms);
  for (let times = 0; times < WEIGHT; times++) all.set(more, terms.length + times * more.length);
  return all;
}
