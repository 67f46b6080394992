/** All authors. */
import type { Site } from '../../src/site/model.ts';
import { CountedList } from '../components/counted-list.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { renderPage } from '../layouts/render.ts';

export const data = {
  permalink: ({ site }: { site: Site }): string => site.fixed.authors.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site }: { site: Site }): string {
  return renderPage(
    <BaseLayout
      site={site}
      address={site.fixed.authors}
      title="Authors"
      description={`Who writes on ${site.facts.title}.`}
    >
      <PageHeader title="Authors" />
      <CountedList items={site.authors} empty="There are no authors yet." />
    </BaseLayout>,
  );
}
