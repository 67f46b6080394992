/** About a post, below its text: tags, ways to share it, where it was first published, its source. */
import type { VNode } from 'preact';
import type { Post, Words } from '../../src/site/model.ts';
import { OriginalAddress } from './original-address.tsx';
import { ShareRow } from './share-row.tsx';
import { SourceLinks } from './source-links.tsx';
import { TagList } from './tag-list.tsx';

interface PostFactsProps {
  readonly words: Words;
  readonly post: Post;
}

export function PostFacts({ words, post }: PostFactsProps): VNode {
  const { original, canonicalUrl, source } = post;
  return (
    <div class="labelled post-facts">
      <dl>
        <TagList words={words} tags={post.tags} />
        <ShareRow words={words} post={post} />
      </dl>
      {(original ?? canonicalUrl ?? source) !== undefined && (
        <div class="origin">
          <OriginalAddress words={words} address={original} elsewhere={canonicalUrl} />
          <SourceLinks words={words} source={source} />
        </div>
      )}
    </div>
  );
}
