/** How many posts, in words. */
import type { VNode } from 'preact';

export function PostCount({ posts }: { posts: readonly unknown[] }): VNode {
  return (
    <span class="count">
      {posts.length} {posts.length === 1 ? 'post' : 'posts'}
    </span>
  );
}
