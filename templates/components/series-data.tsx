/** Structured data of a series. https://schema.org/CreativeWorkSeries */
import type { VNode } from 'preact';
import type { SeriesPage, Site } from '../../src/site/model.ts';
import { JsonLd } from './json-ld.tsx';

interface SeriesDataProps {
  readonly site: Site;
  readonly page: SeriesPage;
}

export function SeriesData({ site, page: { list: series, parts } }: SeriesDataProps): VNode {
  const { title, url } = site.facts;
  return (
    <JsonLd
      data={{
        '@context': 'https://schema.org',
        '@type': 'CreativeWorkSeries',
        '@id': series.canonical,
        name: series.name,
        description: series.description,
        url: series.canonical,
        isPartOf: { '@type': 'Blog', '@id': url, name: title, url },
        hasPart: parts.map(({ part, post }) => ({
          '@type': 'BlogPosting',
          '@id': post.canonical,
          url: post.canonical,
          headline: post.title,
          position: part,
        })),
      }}
    />
  );
}
