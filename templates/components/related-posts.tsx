/** Related posts; renders nothing when there are none. */
import type { VNode } from 'preact';
import type { RelatedPost, Words } from '../../src/site/model.ts';

interface RelatedPostsProps {
  readonly words: Words;
  readonly posts: readonly RelatedPost[];
}

export function RelatedPosts({ words, posts }: RelatedPostsProps): VNode | null {
  if (posts.length === 0) return null;
  return (
    <aside class="related" aria-label={words.related}>
      <h2>{words.related}</h2>
      <ul>
        {posts.map(({ text, url, lang, published }) => (
          <li>
            <a href={url} {...lang}>
              {text}
            </a>{' '}
            <time datetime={published.iso}>{published.text}</time>
          </li>
        ))}
      </ul>
    </aside>
  );
}
