/** What a host shows for an address that does not exist. */
import type { Site } from '../../src/site/model.ts';
import { Nearby } from '../components/nearby.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { renderPage } from '../layouts/render.ts';

export const data = {
  permalink: ({ site }: { site: Site }): string => site.fixed.notFound.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site }: { site: Site }): string {
  const { home, archive, tags, notFound } = site.fixed;
  const waysOn = [
    { text: 'All posts by date', url: archive.url },
    { text: 'All tags', url: tags.url },
    { text: 'Home', url: home.url },
  ];
  return renderPage(
    <BaseLayout
      site={site}
      address={notFound}
      title="Page not found"
      description={`This address does not exist on ${site.facts.title}.`}
      noindex
    >
      <PageHeader title="Page not found">
        <p>Nothing grows at this address. What you were looking for may still be here.</p>
        <ul class="ways-on">
          {waysOn.map(({ text, url }) => (
            <li>
              <a href={url}>{text}</a>
            </li>
          ))}
        </ul>
      </PageHeader>
      <Nearby site={site} />
    </BaseLayout>,
  );
}
