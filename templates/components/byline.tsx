/** Who wrote a post; nothing for an anonymous one. */
import type { VNode } from 'preact';
import type { Byline as Author } from '../../src/site/model.ts';

export function Byline({ authors }: { authors: readonly Author[] }): VNode | null {
  if (authors.length === 0) return null;
  return (
    <p class="byline">
      By{' '}
      {authors.map(({ name, url }, index) => (
        <>
          {index > 0 && ', '}
          <a class="p-author h-card" href={url} rel="author">
            {name}
          </a>
        </>
      ))}
    </p>
  );
}
