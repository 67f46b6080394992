/** Related posts; renders nothing when there are none. The pictures are decoration. */
import type { VNode } from 'preact';
import type { RelatedPost, Words } from '../../src/site/model.ts';
import { Thumbnail } from './thumbnail.tsx';

interface RelatedPostsProps {
  readonly words: Words;
  readonly posts: readonly RelatedPost[];
}

export function RelatedPosts({ words, posts }: RelatedPostsProps): VNode | null {
  if (posts.length === 0) return null;
  return (
    <aside class="labelled related" aria-label={words.related}>
      <h2>{words.related}</h2>
      <ul>
        {posts.map(({ text, url, lang, published, summary, picture }) => (
          <li>
            <Thumbnail picture={picture} lazy />
            <h3 {...lang}>
              <a href={url}>{text}</a>
            </h3>
            {summary !== '' && (
              <p class="summary" {...lang}>
                {summary}
              </p>
            )}
            <time datetime={published.iso}>{published.text}</time>
          </li>
        ))}
      </ul>
    </aside>
  );
}
