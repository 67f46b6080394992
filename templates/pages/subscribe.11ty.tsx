/** How to hear of new posts, for somebody who has never done so, and where the feeds are. */
import type { Site } from '../../src/site/model.ts';
import { CopyScript } from '../components/copy-script.tsx';
import { FeedAddress } from '../components/feed-address.tsx';
import { FeedFormats } from '../components/feed-formats.tsx';
import { FeedReaders } from '../components/feed-readers.tsx';
import { ListFeeds } from '../components/list-feeds.tsx';
import { PageHeader } from '../components/page-header.tsx';
import { BaseLayout } from '../layouts/base.tsx';
import { renderPage } from '../layouts/render.ts';

export const data = {
  permalink: ({ site }: { site: Site }): string => site.fixed.subscribe.path,
  eleventyExcludeFromCollections: true,
};

export function render({ site }: { site: Site }): string {
  const { facts, fixed, feeds, tags, authors } = site;
  return renderPage(
    <BaseLayout
      site={site}
      address={fixed.subscribe}
      title="Subscribe"
      description={`How to hear of each new post on ${facts.title}, and the addresses of its feeds.`}
    >
      <PageHeader title="Subscribe">
        <p>Give this address to a feed reader, and it shows you each new post:</p>
        <FeedAddress address={feeds.rss} name="RSS address" />
      </PageHeader>
      <div class="prose">
        <FeedReaders />
        <FeedFormats site={site} />
      </div>
      {tags.length + authors.length > 0 && (
        <section class="list-feeds">
          <h2>Only some of the posts</h2>
          <p>
            Every tag and every author has a feed too. Each name here is a link to one: copy the
            link, by holding it down or with the right mouse button, and give it to your reader.
          </p>
          <ListFeeds title="Tags" lists={tags} />
          <ListFeeds title="Authors" lists={authors} />
        </section>
      )}
      <CopyScript site={site} />
    </BaseLayout>,
  );
}
