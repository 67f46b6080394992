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
  const { words } = site;
  const { title, text: apology } = words.notFoundPage;
  const waysOn = [
    { text: words.notFoundPage.allPosts, url: archive.url },
    { text: words.notFoundPage.allTags, url: tags.url },
    { text: words.home, url: home.url },
  ];
  return renderPage(
    <BaseLayout
      site={site}
      address={notFound}
      title={title}
      description={words.descriptions.notFound(site.facts.title)}
      noindex
    >
      <PageHeader title={title}>
        <p {...words.mark}>{apology}</p>
        <ul class="ways-on" {...words.mark}>
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
