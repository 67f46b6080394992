/** All authors. */
import type { Site } from '../../src/site/model.ts';
import { AuthorList } from '../components/author-list.tsx';
import { Filter } from '../components/filter.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { editionIn } from '../layouts/edition.ts';
import { renderPage } from '../layouts/render.ts';

export const data = {
  pagination: { data: 'site.languages', size: 1, alias: 'language' },
  permalink: ({ site, language }: { site: Site; language: string }): string =>
    editionIn(site, language).fixed.authors.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site: whole, language }: { site: Site; language: string }): string {
  const site = editionIn(whole, language);
  const { words } = site;
  return renderPage(
    <BaseLayout
      site={site}
      address={site.fixed.authors}
      title={words.authors}
      description={words.descriptions.authors(site.facts.title)}
    >
      <PageHeader title={words.authors} />
      <Filter site={site} count={site.authors.length} />
      {site.authors.length === 0 && <p>{words.noAuthors}</p>}
      <AuthorList words={words} authors={site.authors} />
    </BaseLayout>,
  );
}
