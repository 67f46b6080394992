/** Nested list of a post's sections. */
import type { VNode } from 'preact';
import type { ContentsItem } from '../../src/site/model.ts';

export function ContentsList({ items }: { readonly items: readonly ContentsItem[] }): VNode {
  return (
    <ol>
      {items.map(({ text, url, items: within }) => (
        <li>
          <a href={url}>{text}</a>
          {within.length > 0 && <ContentsList items={within} />}
        </li>
      ))}
    </ol>
  );
}
