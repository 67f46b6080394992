/** A series and its posts. */
import type { SeriesPage, Site } from '../../src/site/model.ts';
import { FollowList } from '../components/follow-list.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Pagination } from '../components/pagination.tsx';
import { placeOf } from '../components/place-of.ts';
import { PostCount } from '../components/post-count.tsx';
import { SeriesData } from '../components/series-data.tsx';
import { SeriesIndex } from '../components/series-index.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { editionAt } from '../layouts/edition.ts';
import { renderPage } from '../layouts/render.ts';

export const data = {
  pagination: { data: 'site.seriesPages', size: 1, alias: 'seriesPage' },
  permalink: ({ seriesPage }: { seriesPage: SeriesPage }): string => seriesPage.path,
  eleventyExcludeFromCollections: true,
};

export function render({
  site: whole,
  seriesPage,
}: {
  site: Site;
  seriesPage: SeriesPage;
}): string {
  const site = editionAt(whole, seriesPage);
  const { words } = site;
  const { list: series, parts } = seriesPage;
  const place = placeOf(words, seriesPage);
  const [index] = site.seriesIndex;
  return renderPage(
    <BaseLayout
      site={site}
      address={seriesPage}
      title={series.name}
      place={place}
      feeds={series.feeds}
      description={series.description ?? words.descriptions.series(series.name, site.facts.title)}
      {...(index && { section: index })}
    >
      <SeriesData site={site} page={seriesPage} />
      <div class="h-feed">
        <PageHeader
          title={series.name}
          {...(index && { parent: { text: words.series, url: index.url } })}
        >
          {series.description !== undefined && !place && <p>{series.description}</p>}
          <p>{place ?? <PostCount words={words} posts={series.posts} />}</p>
          {!place && <FollowList site={site} what="series" feeds={series.feeds} />}
        </PageHeader>
        <SeriesIndex words={words} parts={parts} />
      </div>
      <Pagination words={words} page={seriesPage} />
    </BaseLayout>,
  );
}
