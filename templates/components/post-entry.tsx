/** A post in a list: title, date, byline, thumbnail, summary. */
import type { VNode } from 'preact';
import type { IllustratedPost, Site } from '../../src/site/model.ts';
import { Byline } from './byline.tsx';
import { DraftLabel } from './draft-label.tsx';
import { PinnedLabel } from './pinned-label.tsx';
import { PublishedDay, type DateForm } from './published-day.tsx';
import { ReadingTime } from './reading-time.tsx';
import { Thumbnail } from './thumbnail.tsx';

interface PostEntryProps {
  readonly site: Site;
  readonly post: IllustratedPost;
  readonly dates: DateForm;
  /** Whether its thumbnail is below the first screen. */
  readonly lazy: boolean;
}

export function PostEntry({ site: { facts, words }, post, dates, lazy }: PostEntryProps): VNode {
  return (
    <article class="post-entry h-entry" {...post.textLang}>
      <h2 class="p-name">
        <a class="u-url" href={post.url}>
          {post.title}
        </a>
      </h2>
      <div class="beside">
        <div class="post-meta" {...post.uiLang}>
          {post.pinned && <PinnedLabel words={words} />}
          {post.draft && <DraftLabel words={words} post={post} />}
          <p>
            <PublishedDay words={words} date={post.published} form={dates} />
          </p>
          <Byline words={words} authors={post.authors} />
          {facts.lists.readingTime && <ReadingTime words={words} minutes={post.minutes} />}
        </div>
        <Thumbnail picture={post.picture} lazy={lazy} />
      </div>
      {post.summary !== '' && <p class="p-summary">{post.summary}</p>}
    </article>
  );
}
