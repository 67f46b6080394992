/** All years and months. */
import type { Site } from '../../src/site/model.ts';
import { CountedList } from '../components/counted-list.tsx';
import { NoPosts } from '../components/no-posts.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { PostCount } from '../components/post-count.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { renderPage } from '../layouts/render.ts';

export const data = {
  permalink: ({ site }: { site: Site }): string => site.fixed.archive.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site }: { site: Site }): string {
  return renderPage(
    <BaseLayout
      site={site}
      address={site.fixed.archive}
      title="Archive"
      description={`All posts of ${site.facts.title} by year and month.`}
    >
      <PageHeader title="Archive">
        {site.posts.length > 0 && (
          <p>
            <PostCount posts={site.posts} />
          </p>
        )}
      </PageHeader>
      {site.years.length === 0 && <NoPosts />}
      {site.years.map((year) => (
        <section class="period">
          <h2>
            <a href={year.url}>{year.title}</a>
          </h2>
          <CountedList items={year.months} empty="There are no posts in this year." />
        </section>
      ))}
    </BaseLayout>,
  );
}
