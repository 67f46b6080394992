/** Feed autodiscovery links. https://www.rssboard.org/rss-autodiscovery */
import type { VNode } from 'preact';
import type { ListFeeds } from '../../src/site/model.ts';

export function FeedLinks({ title, feeds }: { title: string; feeds: ListFeeds }): VNode {
  return (
    <>
      <link rel="alternate" type="application/atom+xml" title={title} href={feeds.atom.url} />
      {feeds.rss && (
        <link
          rel="alternate"
          type="application/rss+xml"
          title={`${title} (RSS)`}
          href={feeds.rss.url}
        />
      )}
      {feeds.json && (
        <link
          rel="alternate"
          type="application/feed+json"
          title={`${title} (JSON)`}
          href={feeds.json.url}
        />
      )}
    </>
  );
}
