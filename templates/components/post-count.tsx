/** Number of posts: `3 posts`. */
import type { VNode } from 'preact';
import type { Words } from '../../src/site/model.ts';

interface PostCountProps {
  readonly words: Words;
  readonly posts: readonly unknown[];
}

export function PostCount({ words, posts }: PostCountProps): VNode {
  return <span class="count">{words.posts(posts.length)}</span>;
}
