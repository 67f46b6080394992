/** All tags. */
import type { Site } from '../../src/site/model.ts';
import { CountedList } from '../components/counted-list.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { editionIn } from '../layouts/edition.ts';
import { renderPage } from '../layouts/render.ts';

export const data = {
  pagination: { data: 'site.languages', size: 1, alias: 'language' },
  permalink: ({ site, language }: { site: Site; language: string }): string =>
    editionIn(site, language).fixed.tags.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site: whole, language }: { site: Site; language: string }): string {
  const site = editionIn(whole, language);
  const { words } = site;
  return renderPage(
    <BaseLayout
      site={site}
      address={site.fixed.tags}
      title={words.tags}
      description={words.descriptions.tags(site.facts.title)}
    >
      <PageHeader title={words.tags} />
      <CountedList words={words} items={site.tags} empty={words.noTags} />
    </BaseLayout>,
  );
}
