/** Posts as cards, each with its picture or else more of its text. */
import type { VNode } from 'preact';
import type { IllustratedPost, Site } from '../../src/site/model.ts';
import { PostCard } from './post-card.tsx';

/** Cards at the top of the page, whose pictures are not lazy. */
const AT_TOP = 2;

interface PostCardsProps {
  readonly site: Site;
  readonly posts: readonly IllustratedPost[];
}

export function PostCards({ site, posts }: PostCardsProps): VNode {
  return (
    <div class="post-cards">
      {posts.map((post, index) => (
        <PostCard site={site} post={post} lazy={index >= AT_TOP} />
      ))}
    </div>
  );
}
