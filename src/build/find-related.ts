/** Finds related posts on the second thread. */
import { MANY_POSTS } from '../lib/heap-growth.ts';
import type { RelatedInput } from '../site/related.ts';
import type { WorkerThread } from './worker-thread.ts';

/** For each post the indexes of its related posts. */
export function findRelated(
  posts: readonly RelatedInput[],
  thread: WorkerThread,
): Promise<number[][]> {
  // Copied, because the terms are cached later, and into one array, which leaves no gaps in memory.
  const all = new Int32Array(posts.reduce((sum, { terms }) => sum + terms.length, 0));
  let end = 0;
  const compared = posts.map(({ terms, ...post }) => {
    const start = end;
    end += terms.length;
    all.set(terms, start);
    return { ...post, terms: all.subarray(start, end) };
  });
  const related = thread.call('relatedPosts', compared, undefined, [all.buffer]);
  // The thread has nothing to do now, so it would not free the memory itself.
  if (thread.isParallel && posts.length > MANY_POSTS) void thread.call('collectGarbage', undefined);
  return related;
}
