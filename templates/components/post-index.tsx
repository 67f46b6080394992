/** Compact list of posts, one line each. */
import type { VNode } from 'preact';
import type { PostSummary, Site } from '../../src/site/model.ts';
import { DraftLabel } from './draft-label.tsx';
import { PinnedLabel } from './pinned-label.tsx';
import { PublishedDay, type DateForm } from './published-day.tsx';
import { ReadingTime } from './reading-time.tsx';

interface PostIndexProps {
  readonly site: Site;
  readonly posts: readonly PostSummary[];
  /** One level below the list's own heading. */
  readonly heading: 'h2' | 'h3';
  /** Without what the heading above says. */
  readonly dates: DateForm;
  /** Whether pinned posts come first, out of their order, and say so. */
  readonly pinnedFirst?: boolean;
}

export function PostIndex(props: PostIndexProps): VNode {
  const { site, posts, heading: Heading, dates, pinnedFirst = false } = props;
  const { facts, words } = site;
  const { readingTime } = facts.lists;
  const isDay = dates === 'day';
  return (
    <ul class={isDay ? 'post-index days' : 'post-index'}>
      {posts.map((post) => (
        <li class="h-entry">
          {isDay && <PublishedDay words={words} date={post.published} form={dates} />}
          <Heading class="p-name">
            <a class="u-url" href={post.url} {...post.textLang}>
              {post.title}
            </a>
          </Heading>{' '}
          {!isDay && <PublishedDay words={words} date={post.published} form={dates} />}
          {(post.draft || readingTime || (pinnedFirst && post.pinned)) && (
            <div class="post-meta">
              {pinnedFirst && post.pinned && <PinnedLabel words={words} />}
              {post.draft && <DraftLabel words={words} post={post} />}
              {readingTime && <ReadingTime words={words} minutes={post.minutes} />}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
