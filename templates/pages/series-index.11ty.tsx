/** All series. */
import type { PageAddress, Site } from '../../src/site/model.ts';
import { CountedList } from '../components/counted-list.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { editionAt } from '../layouts/edition.ts';
import { renderPage } from '../layouts/render.ts';

// No page without series.
export const data = {
  pagination: { data: 'site.seriesIndex', size: 1, alias: 'address' },
  permalink: ({ address }: { address: PageAddress }): string => address.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site: whole, address }: { site: Site; address: PageAddress }): string {
  const site = editionAt(whole, address);
  const { words } = site;
  return renderPage(
    <BaseLayout
      site={site}
      address={address}
      title={words.series}
      description={words.descriptions.allSeries(site.facts.title)}
    >
      <PageHeader title={words.series} />
      <CountedList words={words} items={site.series} empty="" long />
    </BaseLayout>,
  );
}
