/** A year: its months and their posts. */
import type { Site, Year } from '../../src/site/model.ts';
import { CountedList } from '../components/counted-list.tsx';
import { Filter } from '../components/filter.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { PostCount } from '../components/post-count.tsx';
import { PostIndex } from '../components/post-index.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { editionAt } from '../layouts/edition.ts';
import { renderPage } from '../layouts/render.ts';

export const data = {
  pagination: { data: 'site.years', size: 1, alias: 'year' },
  permalink: ({ year }: { year: Year }): string => year.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site: whole, year }: { site: Site; year: Year }): string {
  const site = editionAt(whole, year);
  const { words } = site;
  const { archive } = site.fixed;
  return renderPage(
    <BaseLayout
      site={site}
      address={year}
      section={archive}
      title={year.title}
      description={words.descriptions.period(year.title, site.facts.title)}
    >
      <div class="h-feed">
        <PageHeader title={year.title} parent={{ text: words.archive, url: archive.url }}>
          <p>
            <PostCount words={words} posts={year.posts} />
          </p>
        </PageHeader>
        {year.listsPosts ? (
          <>
            <Filter site={site} count={year.posts.length} />
            {year.months.map((month) => (
              <section class="period">
                <h2>
                  <a href={month.url}>{month.name}</a>
                </h2>
                <PostIndex site={site} posts={month.posts} heading="h3" dates="day" />
              </section>
            ))}
          </>
        ) : (
          <CountedList words={words} items={year.months} empty={words.noPosts} />
        )}
      </div>
    </BaseLayout>,
  );
}
