/** The post that opens the home page. */
import type { VNode } from 'preact';
import type { LeadPost as LeadPostModel, Site } from '../../src/site/model.ts';
import { Avatar } from './avatar.tsx';
import { Byline } from './byline.tsx';
import { DraftLabel } from './draft-label.tsx';
import { HomeCover } from './home-cover.tsx';
import { PinnedLabel } from './pinned-label.tsx';
import { PublishedDate } from './published-date.tsx';
import { ReadingTime } from './reading-time.tsx';

interface LeadPostProps {
  readonly site: Site;
  readonly lead: LeadPostModel;
}

export function LeadPost({ site: { words }, lead }: LeadPostProps): VNode {
  const { post, picture, portraits } = lead;
  return (
    <article class="post-entry leading h-entry" {...post.textLang}>
      <HomeCover cover={picture} />
      <h2 class="p-name">
        <a class="u-url" href={post.url}>
          {post.title}
        </a>
      </h2>
      <div class="beside">
        <div class="post-meta" {...post.uiLang}>
          {post.pinned && <PinnedLabel words={words} />}
          {post.draft && <DraftLabel words={words} post={post} />}
          {portraits.length > 0 && (
            <div class="portraits">
              {portraits.map((portrait) => (
                <Avatar picture={portrait} inCard={false} />
              ))}
            </div>
          )}
          <Byline words={words} authors={post.authors} />
          <p>
            <PublishedDate date={post.published} />
          </p>
          <ReadingTime words={words} minutes={post.minutes} />
        </div>
      </div>
      {post.summary !== '' && <p class="p-summary">{post.summary}</p>}
    </article>
  );
}
