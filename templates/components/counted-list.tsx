/** Links to tags, authors or months, each with its number of posts. */
import type { VNode } from 'preact';
import type { PostSummary, Words } from '../../src/site/model.ts';

/** A tag, an author or a month. */
interface Counted {
  readonly name: string;
  readonly url: string;
  /** Media type of the target when it is not a page. */
  readonly type?: string;
  readonly posts: readonly PostSummary[];
}

interface CountedListProps {
  readonly words: Words;
  readonly items: readonly Counted[];
  /** Text for an empty list. */
  readonly empty: string;
  /** Whether names are too long to stand in columns. */
  readonly long?: boolean;
}

export function CountedList({ words, items, empty, long = false }: CountedListProps): VNode {
  if (items.length === 0) return <p>{empty}</p>;
  return (
    <ul class={long ? 'counted-list long' : 'counted-list'}>
      {items.map((item) => (
        <li>
          <a href={item.url} type={'type' in item ? item.type : undefined}>
            {item.name}
          </a>{' '}
          <span class="count">{words.number(item.posts.length)}</span>
        </li>
      ))}
    </ul>
  );
}
