/** Finds related posts on the second thread. */
import { MANY_POSTS } from '../lib/heap-growth.ts';
import type { RelatedInput } from '../site/related.ts';
import type { WorkerThread } from './worker-thread.ts';

/** For each post the indexes of its related posts. */
export function findRelated(
  posts: readonly RelatedInput[],
  thread: WorkerThread,
): Promise<number[][]> {
  // Copied, because the terms are cached later.
  const compared = posts.map((post) => ({ ...post, terms: new Int32Array(post.terms) }));
  const moved = compared.map(({ terms }) => terms.buffer);
  const related = thread.call('relatedPosts', compared, undefined, moved);
  // The thread has nothing to do now, so it would not free the memory itself.
  if (thread.isParallel && posts.length > MANY_POSTS) void thread.call('collectGarbage', undefined);
  return related;
}
