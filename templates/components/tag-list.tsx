/** The tags of a post, as a row of a list of facts. */
import type { VNode } from 'preact';
import type { Link, Words } from '../../src/site/model.ts';

interface TagListProps {
  readonly words: Words;
  readonly tags: readonly Link[];
}

export function TagList({ words, tags }: TagListProps): VNode | null {
  if (tags.length === 0) return null;
  return (
    <div class="tag-list">
      <dt>{words.tags}</dt>
      <dd>
        {words.list(
          tags.map(({ text, url }) => (
            <a class="p-category" href={url} rel="tag">
              {text}
            </a>
          )),
        )}
      </dd>
    </div>
  );
}
