/** The posts of the home page, in the form that the site has chosen. */
import type { VNode } from 'preact';
import type { HomePage, Site } from '../../src/site/model.ts';
import { NoPosts } from './no-posts.tsx';
import { PostCards } from './post-cards.tsx';
import { PostIndex } from './post-index.tsx';
import { PostList } from './post-list.tsx';

export function HomePosts({ site, homePage }: { site: Site; homePage: HomePage }): VNode {
  const { facts, words } = site;
  const { number, posts, cards, years } = homePage;
  if (posts.length === 0) return <NoPosts words={words} />;
  if (facts.home === 'cards') return <PostCards words={words} posts={cards} />;
  if (facts.home === 'lead') return <PostList words={words} posts={posts} leading={number === 1} />;
  return (
    <>
      {years.map((year) => (
        <section class="period">
          <h2>
            <a href={year.url}>{year.text}</a>
          </h2>
          <PostIndex words={words} posts={year.posts} heading="h3" />
        </section>
      ))}
    </>
  );
}
