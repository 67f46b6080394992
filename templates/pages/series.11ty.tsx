/** A series and its posts. */
import type { Series, Site } from '../../src/site/model.ts';
import { FollowList } from '../components/follow-list.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { PostCount } from '../components/post-count.tsx';
import { SeriesData } from '../components/series-data.tsx';
import { SeriesIndex } from '../components/series-index.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { editionAt } from '../layouts/edition.ts';
import { renderPage } from '../layouts/render.ts';

export const data = {
  pagination: { data: 'site.series', size: 1, alias: 'series' },
  permalink: ({ series }: { series: Series }): string => series.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site: whole, series }: { site: Site; series: Series }): string {
  const site = editionAt(whole, series);
  const { words } = site;
  const [index] = site.seriesIndex;
  return renderPage(
    <BaseLayout
      site={site}
      address={series}
      title={series.name}
      feeds={series.feeds}
      description={series.description ?? words.descriptions.series(series.name, site.facts.title)}
      {...(index && { section: index })}
    >
      <SeriesData site={site} series={series} />
      <div class="h-feed">
        <PageHeader
          title={series.name}
          {...(index && { parent: { text: words.series, url: index.url } })}
        >
          {series.description !== undefined && <p>{series.description}</p>}
          <p>
            <PostCount words={words} posts={series.posts} />
          </p>
          <FollowList site={site} what="series" feeds={series.feeds} />
        </PageHeader>
        <SeriesIndex words={words} parts={series.parts} />
      </div>
    </BaseLayout>,
  );
}
