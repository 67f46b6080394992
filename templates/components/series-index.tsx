/** The posts of a series in the order to read them. */
import type { VNode } from 'preact';
import type { SeriesPart, Words } from '../../src/site/model.ts';
import { DraftLabel } from './draft-label.tsx';
import { PublishedDate } from './published-date.tsx';

interface SeriesIndexProps {
  readonly words: Words;
  readonly parts: readonly SeriesPart[];
}

export function SeriesIndex({ words, parts }: SeriesIndexProps): VNode {
  return (
    <ol class="post-index of-series">
      {parts.map(({ part, post }) => (
        <li class="h-entry">
          <h2 class="p-name">
            <a class="u-url" href={post.url} {...post.textLang}>
              {post.title}
            </a>
          </h2>
          <div class="post-meta">
            <p>{words.part(words.number(part))}</p>
            {post.draft && <DraftLabel words={words} post={post} />}
            <p>
              <PublishedDate date={post.published} />
            </p>
          </div>
          {post.summary !== '' && (
            <p class="p-summary" {...post.textLang}>
              {post.summary}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
