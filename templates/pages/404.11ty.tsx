/** What a host shows for an address that does not exist. */
import type { Site } from '../../src/site/model.ts';
import { PageHeader } from '../components/page-header.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { renderPage } from '../layouts/render.ts';

export const data = {
  permalink: ({ site }: { site: Site }): string => site.fixed.notFound.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site }: { site: Site }): string {
  const { home, archive, tags, notFound } = site.fixed;
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
      </PageHeader>
      <div class="prose">
        <ul>
          <li>
            <a href={home.url}>Home</a>: the newest posts
          </li>
          <li>
            <a href={archive.url}>Archive</a>: all posts by year and month
          </li>
          <li>
            <a href={tags.url}>Tags</a>: all posts by subject
          </li>
        </ul>
      </div>
    </BaseLayout>,
  );
}
