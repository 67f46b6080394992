/** All tags, the most used first. */
import type { Site } from '../../src/site/model.ts';
import { CountedList } from '../components/counted-list.tsx';
import { Filter } from '../components/filter.tsx';
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
  const { frequent, single } = site.tagIndex;
  return renderPage(
    <BaseLayout
      site={site}
      address={site.fixed.tags}
      title={words.tags}
      description={words.descriptions.tags(site.facts.title)}
    >
      <PageHeader title={words.tags} />
      <Filter site={site} count={site.tags.length} />
      <CountedList words={words} items={frequent} empty={words.noTags} />
      {single.length > 0 && (
        <details class="single">
          <summary {...words.lang}>
            {words.lists.single} <span class="count">{words.number(single.length)}</span>
          </summary>
          <CountedList words={words} items={single} empty="" />
        </details>
      )}
    </BaseLayout>,
  );
}
