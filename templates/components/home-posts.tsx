/** The posts of the home page, in the form that the site has chosen. */
import type { VNode } from 'preact';
import type { HomePage, Site } from '../../src/site/model.ts';
import { NoPosts } from './no-posts.tsx';
import { PostCards } from './post-cards.tsx';
import { PostList } from './post-list.tsx';
import { PostYears } from './post-years.tsx';

export function HomePosts({ site, homePage }: { site: Site; homePage: HomePage }): VNode {
  const { facts, words } = site;
  const { posts, lead, years } = homePage;
  if (posts.length === 0) return <NoPosts words={words} />;
  if (facts.home === 'cards') return <PostCards site={site} posts={posts} />;
  if (facts.home === 'lead') return <PostList site={site} posts={posts} lead={lead} />;
  return <PostYears site={site} years={years} isPart />;
}
