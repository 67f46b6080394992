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
          <div class="direction">{words.newer}</div>
          <div class="title" {...newer.lang}>
            {newer.text}
          </div>
        </a>
      )}
      {older && (
        <a class="older" href={older.url} rel="prev">
          <div class="direction">{words.older}</div>
          <div class="title" {...older.lang}>
            {older.text}
          </div>
        </a>
      )}
    </nav>
  );
}
