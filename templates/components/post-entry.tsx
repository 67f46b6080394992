/** A post in a list: title, date, byline, summary. */
import type { VNode } from 'preact';
import type { PostSummary, Words } from '../../src/site/model.ts';
import { Byline } from './byline.tsx';
import { DraftLabel } from './draft-label.tsx';
import { PinnedLabel } from './pinned-label.tsx';
import { PublishedDate } from './published-date.tsx';

interface PostEntryProps {
  readonly words: Words;
  readonly post: PostSummary;
  /** Whether it is the page's lead post. */
  readonly leads?: boolean;
}

export function PostEntry({ words, post, leads = false }: PostEntryProps): VNode {
  return (
    <article class={leads ? 'post-entry leading h-entry' : 'post-entry h-entry'} {...post.textLang}>
      <h2 class="p-name">
        <a class="u-url" href={post.url}>
          {post.title}
        </a>
      </h2>
      <div class="post-meta" {...post.uiLang}>
        {post.pinned && <PinnedLabel words={words} />}
        {post.draft && <DraftLabel words={words} post={post} />}
        <p>
          <PublishedDate date={post.published} />
        </p>
        <Byline words={words} authors={post.authors} />
      </div>
      {post.summary !== '' && <p class="p-summary">{post.summary}</p>}
    </article>
  );
}
