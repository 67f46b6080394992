/** Links to the previous and the next part of a series. */
import type { VNode } from 'preact';
import type { LangAttributes, PostSeries, Words } from '../../src/site/model.ts';

interface SeriesNeighboursProps {
  readonly words: Words;
  readonly series: PostSeries | undefined;
  /** Set when the post's language differs from the site's. */
  readonly lang: LangAttributes;
}

export function SeriesNeighbours({ words, series, lang }: SeriesNeighboursProps): VNode | null {
  const { previous, next } = series ?? {};
  if (previous === undefined && next === undefined) return null;
  return (
    <nav class="neighbours of-series" aria-label={words.neighbours.parts} {...lang}>
      {previous && (
        <a class="previous" href={previous.url} rel="prev">
          <span class="direction">{words.previousPart}</span>{' '}
          <span class="title" {...previous.lang}>
            {previous.text}
          </span>
        </a>
      )}
      {next && (
        <a class="next" href={next.url} rel="next">
          <span class="direction">{words.nextPart}</span>{' '}
          <span class="title" {...next.lang}>
            {next.text}
          </span>
        </a>
      )}
    </nav>
  );
}
