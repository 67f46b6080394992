/** Where readers go from the end of the home page: all posts, and how to hear of new ones. */
import type { VNode } from 'preact';
import type { Site } from '../../src/site/model.ts';
import { PostCount } from './post-count.tsx';

export function Onward({ site: { facts, words, fixed, posts } }: { site: Site }): VNode {
  const { byFeed, byFeedOrMail } = words.lists;
  return (
    <ul class="onward" {...words.lang}>
      <li>
        <a href={fixed.archive.url}>{words.notFoundPage.allPosts}</a>{' '}
        <PostCount words={words} posts={posts} />
      </li>
      <li>
        <a href={fixed.subscribe.url}>{words.subscribe}</a>{' '}
        <span class="count">{facts.newsletter === undefined ? byFeed : byFeedOrMail}</span>
      </li>
    </ul>
  );
}
