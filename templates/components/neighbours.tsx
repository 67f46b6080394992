/** Links to the previous and next post or month. */
import type { VNode } from 'preact';
import type { Link, Words } from '../../src/site/model.ts';

interface NeighboursProps {
  readonly words: Words;
  /** What the links lead to. */
  readonly of: keyof Words['neighbours'];
  readonly newer: Link | undefined;
  readonly older: Link | undefined;
}

export function Neighbours({ words, of, newer, older }: NeighboursProps): VNode | null {
  if (!newer && !older) return null;
  return (
    <nav class="neighbours" aria-label={words.neighbours[of]}>
      {newer && (
        <a class="newer" href={newer.url} rel="next">
          <span class="direction">{words.newer}</span>{' '}
          <span class="title" {...newer.lang}>
            {newer.text}
          </span>
        </a>
      )}
      {older && (
        <a class="older" href={older.url} rel="prev">
          <span class="direction">{words.older}</span>{' '}
          <span class="title" {...older.lang}>
            {older.text}
          </span>
        </a>
      )}
    </nav>
  );
}
