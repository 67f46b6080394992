/** List of posts with their summaries. */
import type { VNode } from 'preact';
import type { PostSummary, Words } from '../../src/site/model.ts';
import { NoPosts } from './no-posts.tsx';
import { PostEntry } from './post-entry.tsx';

interface PostListProps {
  readonly words: Words;
  readonly posts: readonly PostSummary[];
  /** Whether the first post is the page's lead. */
  readonly leading?: boolean;
}

export function PostList({ words, posts, leading = false }: PostListProps): VNode {
  if (posts.length === 0) return <NoPosts words={words} />;
  return (
    <div class="post-list">
      {posts.map((post, index) => (
        <PostEntry words={words} post={post} leads={leading && index === 0} />
      ))}
    </div>
  );
}
