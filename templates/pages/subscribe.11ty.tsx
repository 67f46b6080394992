/** The subscribe page: how to follow the site, and its feeds. */
import type { Site } from '../../src/site/model.ts';
import { CopyScript } from '../components/copy-script.tsx';
import { FeedAddress } from '../components/feed-address.tsx';
import { FeedFormats } from '../components/feed-formats.tsx';
import { FeedReaders } from '../components/feed-readers.tsx';
import { ListFeeds } from '../components/list-feeds.tsx';
import { Newsletter } from '../components/newsletter.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { editionIn } from '../layouts/edition.ts';
import { renderPage } from '../layouts/render.ts';

export const data = {
  pagination: { data: 'site.languages', size: 1, alias: 'language' },
  permalink: ({ site, language }: { site: Site; language: string }): string =>
    editionIn(site, language).fixed.subscribe.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site: whole, language }: { site: Site; language: string }): string {
  const site = editionIn(whole, language);
  const { facts, words, fixed, feeds, tags, authors, series } = site;
  const { subscribePage, feedAddress } = words;
  return renderPage(
    <BaseLayout
      site={site}
      address={fixed.subscribe}
      title={words.subscribe}
      description={words.descriptions.subscribe(facts.title)}
      services={facts.newsletter !== undefined}
    >
      <PageHeader title={words.subscribe}>
        <p {...words.lang}>{subscribePage.how}</p>
        <FeedAddress words={feedAddress} address={feeds.rss} name={feedAddress.rss} />
      </PageHeader>
      <Newsletter site={site} />
      <div class="prose" {...words.lang}>
        <FeedReaders words={subscribePage} />
        <FeedFormats site={site} />
      </div>
      {tags.length + authors.length > 0 && (
        <section class="list-feeds">
          <h2>{subscribePage.onlySome}</h2>
          <p {...words.lang}>{subscribePage.onlySomeHow}</p>
          <ListFeeds words={words} title={words.tags} lists={tags} />
          <ListFeeds words={words} title={words.authors} lists={authors} />
          <ListFeeds words={words} title={words.series} lists={series} />
        </section>
      )}
      <CopyScript site={site} />
    </BaseLayout>,
  );
}
