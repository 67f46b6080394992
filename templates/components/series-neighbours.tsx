/** Links to the previous and the next part of a series. */
import type { VNode } from 'preact';
import type { PostSeries, Words } from '../../src/site/model.ts';

interface SeriesNeighboursProps {
  readonly words: Words;
  readonly series: PostSeries | undefined;
}

export function SeriesNeighbours({ words, series }: SeriesNeighboursProps): VNode | null {
  if (series === undefined || series.parts.length < 2) return null;
  const { name, url, part, previous, next } = series;
  return (
    <nav class="labelled of-series" aria-label={words.neighbours.parts}>
      <h2>{words.partOf(words.number(part), <a href={url}>{name}</a>)}</h2>
      <div class="neighbours">
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
      </div>
    </nav>
  );
}
