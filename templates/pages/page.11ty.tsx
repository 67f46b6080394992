/** A page that is not a post, such as About. */
import type { Page, Site } from '../../src/site/model.ts';
import { DraftLabel } from '../components/draft-label.tsx';
import { PageText } from '../components/page-text.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { SourceLinks } from '../components/source-links.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { renderPage } from '../layouts/render.ts';

// The alias cannot be `page`: Eleventy has a variable of that name.
export const data = {
  pagination: { data: 'site.pages', size: 1, alias: 'contentPage' },
  permalink: ({ contentPage }: { contentPage: Page }): string => contentPage.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site, contentPage }: { site: Site; contentPage: Page }): string {
  return renderPage(
    <BaseLayout
      site={site}
      address={contentPage}
      title={contentPage.title}
      description={contentPage.description}
      noindex={contentPage.draft}
      locale={contentPage.locale}
      isWide={contentPage.isWide}
    >
      <PageHeader title={contentPage.title} lang={contentPage.textLang}>
        {contentPage.draft && <DraftLabel words={site.words} />}
      </PageHeader>
      <PageText site={site} page={contentPage} />
      <SourceLinks words={site.words} source={contentPage.source} />
    </BaseLayout>,
  );
}
