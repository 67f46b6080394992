/** Posts to choose from, each with its summary. */
import type { VNode } from 'preact';
import type { PostSummary } from '../../src/site/model.ts';
import { NoPosts } from './no-posts.tsx';
import { PostEntry } from './post-entry.tsx';

export function PostList({ posts }: { posts: readonly PostSummary[] }): VNode {
  if (posts.length === 0) return <NoPosts />;
  return (
    <div class="post-list">
      {posts.map((post) => (
        <PostEntry post={post} />
      ))}
    </div>
  );
}
