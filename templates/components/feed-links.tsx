/** Feed autodiscovery links. https://www.rssboard.org/rss-autodiscovery */
import type { VNode } from 'preact';
import type { FeedAddresses } from '../../src/site/model.ts';

export function FeedLinks({ title, feeds }: { title: string; feeds: FeedAddresses }): VNode {
  return (
    <>
      <link rel="alternate" type="application/atom+xml" title={title} href={feeds.atom.url} />
      <link
        rel="alternate"
        type="application/rss+xml"
        title={`${title} (RSS)`}
        href={feeds.rss.url}
      />
      <link
        rel="alternate"
        type="application/feed+json"
        title={`${title} (JSON)`}
        href={feeds.json.url}
      />
    </>
  );
}
