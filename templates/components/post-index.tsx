/** Compact list of posts, one line each. */
import type { VNode } from 'preact';
import type { PostSummary, Words } from '../../src/site/model.ts';
import { DraftLabel } from './draft-label.tsx';
import { NoPosts } from './no-posts.tsx';
import { PublishedDate } from './published-date.tsx';

interface PostIndexProps {
  readonly words: Words;
  readonly posts: readonly PostSummary[];
  /** One level below the list's own heading. */
  readonly heading: 'h2' | 'h3';
}

export function PostIndex({ words, posts, heading: Heading }: PostIndexProps): VNode {
  if (posts.length === 0) return <NoPosts words={words} />;
  return (
    <ol class="post-index">
      {posts.map((post) => (
        <li class="h-entry">
          <Heading class="p-name">
            <a class="u-url" href={post.url} {...post.textLang}>
              {post.title}
            </a>
          </Heading>
          <div class="post-meta">
            {post.draft && <DraftLabel words={words} post={post} />}
            <p>
              <PublishedDate date={post.published} />
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
