/** A month and its posts. */
import type { Month, Site } from '../../src/site/model.ts';
import { Neighbours } from '../components/neighbours.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { PostCount } from '../components/post-count.tsx';
import { PostList } from '../components/post-list.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { editionAt } from '../layouts/edition.ts';
import { renderPage } from '../layouts/render.ts';

export const data = {
  pagination: { data: 'site.months', size: 1, alias: 'month' },
  permalink: ({ month }: { month: Month }): string => month.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site: whole, month }: { site: Site; month: Month }): string {
  const site = editionAt(whole, month);
  const { words } = site;
  const { archive } = site.fixed;
  return renderPage(
    <BaseLayout
      site={site}
      address={month}
      section={archive}
      title={month.title}
      description={words.descriptions.period(month.title, site.facts.title)}
    >
      <div class="h-feed">
        <PageHeader title={month.title} parent={{ text: words.archive, url: archive.url }}>
          <p>
            <PostCount words={words} posts={month.posts} />
          </p>
        </PageHeader>
        <PostList site={site} posts={month.posts} dates="monthDay" />
      </div>
      <Neighbours words={words} of="months" newer={month.newer} older={month.older} />
    </BaseLayout>,
  );
}
