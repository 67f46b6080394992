/** List of posts with their summaries. */
import type { VNode } from 'preact';
import type { IllustratedPost, LeadPost as Lead, Site } from '../../src/site/model.ts';
import { LeadPost } from './lead-post.tsx';
import { NoPosts } from './no-posts.tsx';
import { PostEntry } from './post-entry.tsx';
import type { DateForm } from './published-day.tsx';

/** Entries at the top of the page, whose thumbnails are not lazy. */
const AT_TOP = 2;

interface PostListProps {
  readonly site: Site;
  readonly posts: readonly IllustratedPost[];
  /** Without what the heading of the list says. */
  readonly dates?: DateForm;
  /** The first of the posts, if it leads the page. */
  readonly lead?: Lead | undefined;
}

export function PostList({ site, posts, dates = 'date', lead }: PostListProps): VNode {
  if (posts.length === 0) return <NoPosts words={site.words} />;
  return (
    <div class="post-list">
      {posts.map((post, index) =>
        lead !== undefined && index === 0 ? (
          <LeadPost site={site} lead={lead} />
        ) : (
          <PostEntry
            {...{ site, post, dates }}
            lazy={lead?.picture !== undefined || index >= AT_TOP}
          />
        ),
      )}
    </div>
  );
}
