/** Where readers go from the end of the home page: all posts. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { PostCount } from './post-count.tsx';

export function Onward({ site: { words, fixed, posts } }: { site: Site }): VNode {
  return (
    <p class="onward" {...words.lang}>
      <a href={fixed.archive.url}>{words.notFoundPage.allPosts}</a>{' '}
      <PostCount words={words} posts={posts} />
    </p>
  );
}
