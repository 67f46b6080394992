/** A post as a card. The picture is decoration: the title says what the link leads to. */
import type { VNode } from 'preact';
import type { IllustratedPost, Site } from '../../src/site/model.ts';
import { Byline } from './byline.tsx';
import { DraftLabel } from './draft-label.tsx';
import { Picture } from './picture.tsx';
import { PinnedLabel } from './pinned-label.tsx';
import { PublishedDate } from './published-date.tsx';
import { ReadingTime } from './reading-time.tsx';

interface PostCardProps {
  readonly site: Site;
  readonly post: IllustratedPost;
  readonly lazy: boolean;
}

export function PostCard({ site: { facts, words }, post, lazy }: PostCardProps): VNode {
  const { picture } = post;
  return (
    <article class="post-card h-entry" {...post.textLang}>
      {picture && (
        <Picture
          picture={{
            sources: picture.sources,
            attributes: { ...picture.attributes, ...(lazy && { loading: 'lazy' }) },
          }}
        />
      )}
      <h2 class="p-name">
        <a class="u-url" href={post.url}>
          {post.title}
        </a>
      </h2>
      {post.summary !== '' && <p class="p-summary">{post.summary}</p>}
      <div class="post-meta" {...post.uiLang}>
        {post.pinned && <PinnedLabel words={words} />}
        {post.draft && <DraftLabel words={words} post={post} />}
        <p>
          <PublishedDate date={post.published} />
        </p>
        <Byline words={words} authors={post.authors} />
        {facts.lists.readingTime && <ReadingTime words={words} minutes={post.minutes} />}
      </div>
    </article>
  );
}
