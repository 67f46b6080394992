/** The tags of a post. */
import type { VNode } from 'preact';
import type { Link } from '../../src/site/model.ts';

export function TagList({ tags }: { tags: readonly Link[] }): VNode | null {
  if (tags.length === 0) return null;
  return (
    <p class="tag-list">
      Filed under{' '}
      {tags.map(({ text, url }, index) => (
        <>
          {index > 0 && ', '}
          <a class="p-category" href={url} rel="tag">
            {text}
          </a>
        </>
      ))}
    </p>
  );
}
