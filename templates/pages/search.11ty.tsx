/** The search page; the search dialog of every page loads its form from here. */
import type { Site } from '../../src/site/model.ts';
import { PageHeader } from '../components/page-header.tsx';
import { SearchPanel } from '../components/search-panel.tsx';
import { WaysOn } from '../components/ways-on.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { editionIn } from '../layouts/edition.ts';
import { renderPage } from '../layouts/render.ts';

export const data = {
  pagination: { data: 'site.languages', size: 1, alias: 'language' },
  permalink: ({ site, language }: { site: Site; language: string }): string =>
    editionIn(site, language).fixed.search.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site: whole, language }: { site: Site; language: string }): string {
  const site = editionIn(whole, language);
  const { words, search, facts } = site;
  const { title, absent, needsScript } = words.search;
  return renderPage(
    <BaseLayout
      site={site}
      address={site.fixed.search}
      title={title}
      description={search === undefined ? absent : words.descriptions.search(facts.title)}
    >
      <PageHeader title={title}>
        {search === undefined ? (
          <p {...words.lang}>{absent}</p>
        ) : (
          <noscript>
            <p {...words.lang}>{needsScript}</p>
          </noscript>
        )}
      </PageHeader>
      <SearchPanel site={site} />
      <WaysOn site={site} />
    </BaseLayout>,
  );
}
