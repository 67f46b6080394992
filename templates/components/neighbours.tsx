/** The way to what comes before and after in time. */
import type { VNode } from 'preact';
import type { Link } from '../../src/site/model.ts';

interface NeighboursProps {
  /** What there is more of, such as `posts`. */
  readonly of: string;
  readonly newer: Link | undefined;
  readonly older: Link | undefined;
}

export function Neighbours({ of, newer, older }: NeighboursProps): VNode | null {
  if (!newer && !older) return null;
  return (
    <nav class="neighbours" aria-label={`Newer and older ${of}`}>
      {newer && (
        <a class="newer" href={newer.url} rel="next">
          <span class="direction">Newer</span> <span class="title">{newer.text}</span>
        </a>
      )}
      {older && (
        <a class="older" href={older.url} rel="prev">
          <span class="direction">Older</span> <span class="title">{older.text}</span>
        </a>
      )}
    </nav>
  );
}
