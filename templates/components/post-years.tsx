/** Compact lists of posts, one for each year. */
import type { VNode } from 'preact';
import type { PostsOfYear, Site } from '../../src/site/model.ts';
import { NoPosts } from './no-posts.tsx';
import { PostCount } from './post-count.tsx';
import { PostIndex } from './post-index.tsx';

interface PostYearsProps {
  readonly site: Site;
  readonly years: readonly PostsOfYear[];
  /** Whether the lists are a page of posts, pinned ones first, so that the number in a year would mislead. */
  readonly isPart?: boolean;
  /** Whether to say how many posts each year has. */
  readonly counts?: boolean;
}

export function PostYears(props: PostYearsProps): VNode {
  const { site, years, isPart = false, counts = !isPart } = props;
  const { words } = site;
  if (years.length === 0) return <NoPosts words={words} />;
  return (
    <>
      {years.map(({ text, url, posts }) => (
        <section class="period">
          <h2>{isPart ? <a href={url}>{text}</a> : text}</h2>
          {counts && <PostCount words={words} posts={posts} />}
          <PostIndex site={site} posts={posts} heading="h3" dates="monthDay" pinnedFirst={isPart} />
        </section>
      ))}
    </>
  );
}
