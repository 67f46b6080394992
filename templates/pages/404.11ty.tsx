/** The 404 page. */
import type { Site } from '../../src/site/model.ts';
import { Nearby } from '../components/nearby.tsx';
import { PageText } from '../components/page-text.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { WaysOn } from '../components/ways-on.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { renderPage } from '../layouts/render.ts';

export const data = {
  permalink: ({ site }: { site: Site }): string => site.fixed.notFound.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site }: { site: Site }): string {
  const { notFound, search } = site.fixed;
  const { words } = site;
  const own = site.notFound;
  const title = own?.title ?? words.notFoundPage.title;
  const searching =
    site.search === undefined ? [] : [{ text: words.search.title, url: search.url }];
  return renderPage(
    <BaseLayout
      site={site}
      address={notFound}
      title={title}
      description={words.descriptions.notFound(site.facts.title)}
      noindex
    >
      <PageHeader title={title} {...(own && { lang: own.textLang })}>
        {own === undefined && <p {...words.lang}>{words.notFoundPage.text}</p>}
        {own && <PageText site={site} page={own} />}
        <WaysOn site={site} first={searching} />
      </PageHeader>
      <Nearby site={site} />
    </BaseLayout>,
  );
}
