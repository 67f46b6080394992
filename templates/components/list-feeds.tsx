/** The feeds of all tags, authors or series, collapsed because there may be many. */
import type { VNode } from 'preact';
import type { Author, Series, Tag, Words } from '../../src/site/model.ts';
import { CountedList } from './counted-list.tsx';

interface ListFeedsProps {
  readonly words: Words;
  readonly title: string;
  readonly lists: readonly (Author | Series | Tag)[];
}

export function ListFeeds({ words, title, lists }: ListFeedsProps): VNode | null {
  if (lists.length === 0) return null;
  const items = lists.map(({ name, posts, feeds }) => ({
    name,
    posts,
    url: feeds.atom.url,
    type: 'application/atom+xml',
  }));
  return (
    <details>
      <summary>
        {title} <span class="count">{words.number(lists.length)}</span>
      </summary>
      <CountedList words={words} items={items} empty="" />
    </details>
  );
}
