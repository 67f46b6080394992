/** A month and its posts. */
import type { MonthPage, Site } from '../../src/site/model.ts';
import { Neighbours } from '../components/neighbours.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { Pagination } from '../components/pagination.tsx';
import { placeOf } from '../components/place-of.ts';
import { PostCount } from '../components/post-count.tsx';
import { PostList } from '../components/post-list.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { editionAt } from '../layouts/edition.ts';
import { renderPage } from '../layouts/render.ts';

export const data = {
  pagination: { data: 'site.monthPages', size: 1, alias: 'monthPage' },
  permalink: ({ monthPage }: { monthPage: MonthPage }): string => monthPage.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site: whole, monthPage }: { site: Site; monthPage: MonthPage }): string {
  const site = editionAt(whole, monthPage);
  const { words } = site;
  const { list: month, posts } = monthPage;
  const place = placeOf(words, monthPage);
  const { archive } = site.fixed;
  return renderPage(
    <BaseLayout
      site={site}
      address={monthPage}
      section={archive}
      title={month.title}
      place={place}
      description={words.descriptions.period(month.title, site.facts.title)}
    >
      <div class="h-feed">
        <PageHeader title={month.title} parent={{ text: words.archive, url: archive.url }}>
          <p>{place ?? <PostCount words={words} posts={month.posts} />}</p>
        </PageHeader>
        <PostList site={site} posts={posts} dates="monthDay" />
      </div>
      <Pagination words={words} page={monthPage} />
      <Neighbours words={words} of="months" newer={month.newer} older={month.older} />
    </BaseLayout>,
  );
}
