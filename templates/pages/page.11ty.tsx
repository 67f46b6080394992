/** A page that is not a post, such as About. */
import type { Page, Site } from '../../src/site/model.ts';
import { CommentArchive } from '../components/comment-archive.tsx';
import { DraftLabel } from '../components/draft-label.tsx';
import { once } from '../components/once.ts';
import { PrintedAddress } from '../components/printed-address.tsx';
import { PageText } from '../components/page-text.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { ReadingAids } from '../components/reading-aids.tsx';
import { SourceLinks } from '../components/source-links.tsx';
import { Translations } from '../components/translations.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { editionAt } from '../layouts/edition.ts';
import { renderPage } from '../layouts/render.ts';

// The alias cannot be `page`: Eleventy has a variable of that name.
export const data = {
  pagination: { data: 'site.pages', size: 1, alias: 'contentPage' },
  permalink: ({ contentPage }: { contentPage: Page }): string => contentPage.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site: whole, contentPage }: { site: Site; contentPage: Page }): string {
  const site = editionAt(whole, contentPage);
  return renderPage(
    <BaseLayout
      site={site}
      address={contentPage}
      title={contentPage.title}
      description={contentPage.description}
      noindex={contentPage.draft}
      locale={contentPage.locale}
      isWide={contentPage.isWide}
      services={contentPage.archivedComments !== undefined}
    >
      <PageHeader title={contentPage.title} lang={contentPage.textLang}>
        {contentPage.draft && <DraftLabel words={site.words} />}
      </PageHeader>
      <Translations site={site} address={contentPage} />
      <PageText site={site} page={contentPage} />
      <SourceLinks words={site.words} source={contentPage.source} />
      <PrintedAddress site={site} address={contentPage} />
      <CommentArchive
        words={site.words}
        comments={contentPage.archivedComments}
        lang={contentPage.uiLang}
      />
      {once(site, 'reading-aids', <ReadingAids site={site} />)}
    </BaseLayout>,
  );
}
