/** The archive: all years and months. */
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
  const { words } = site;
  return renderPage(
    <BaseLayout
      site={site}
      address={site.fixed.archive}
      title={words.archive}
      description={words.descriptions.archive(site.facts.title)}
    >
      <PageHeader title={words.archive}>
        {site.posts.length > 0 && (
          <p>
            <PostCount words={words} posts={site.posts} />
          </p>
        )}
      </PageHeader>
      {site.years.length === 0 && <NoPosts words={words} />}
      {site.years.map((year) => (
        <section class="period">
          <h2>
            <a href={year.url}>{year.title}</a>
          </h2>
          <PostCount words={words} posts={year.posts} />
          <CountedList words={words} items={year.months} empty={words.noPosts} />
        </section>
      ))}
    </BaseLayout>,
  );
}
