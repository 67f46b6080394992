/** How to subscribe to a single tag, author or series. */
import type { VNode } from 'preact';
import type { ListFeeds, Site } from '../../src/site/model.ts';
import { CopyScript } from './copy-script.tsx';
import { FeedAddress } from './feed-address.tsx';
import { FEED_READERS_ID } from './feed-readers.tsx';

interface FollowListProps {
  readonly site: Site;
  readonly what: 'tag' | 'author' | 'series';
  readonly feeds: ListFeeds;
}

export function FollowList({ site, what, feeds }: FollowListProps): VNode {
  const { words, fixed } = site;
  return (
    <details class="follow" {...words.lang}>
      <summary>{words.follow[what]}</summary>
      <p>
        {words.follow.how}{' '}
        <a href={`${fixed.subscribe.url}#${FEED_READERS_ID}`}>{words.subscribePage.whatIsReader}</a>
      </p>
      <FeedAddress
        words={words.feedAddress}
        address={feeds.atom}
        name={words.feedAddress.address}
      />
      <CopyScript site={site} />
    </details>
  );
}
