/** The archive: all posts by year and month. */
import type { Site } from '../../src/site/model.ts';
import { ArchiveYear } from '../components/archive-year.tsx';
import { Filter } from '../components/filter.tsx';
import { NoPosts } from '../components/no-posts.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { PostCount } from '../components/post-count.tsx';
import { YearLinks } from '../components/year-links.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { editionIn } from '../layouts/edition.ts';
import { renderPage } from '../layouts/render.ts';

export const data = {
  pagination: { data: 'site.languages', size: 1, alias: 'language' },
  permalink: ({ site, language }: { site: Site; language: string }): string =>
    editionIn(site, language).fixed.archive.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site: whole, language }: { site: Site; language: string }): string {
  const site = editionIn(whole, language);
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
      <Filter site={site} count={site.posts.length} />
      <YearLinks words={words} years={site.years} />
      {site.years.map((year) => (
        <ArchiveYear site={site} year={year} />
      ))}
    </BaseLayout>,
  );
}
