/** How to hear of new posts in this list alone. */
import type { VNode } from 'preact';
import type { FeedAddresses, Site } from '../../src/site/model.ts';
import { CopyScript } from './copy-script.tsx';
import { FeedAddress } from './feed-address.tsx';
import { FEED_READERS_ID } from './feed-readers.tsx';

interface FollowListProps {
  readonly site: Site;
  readonly what: 'tag' | 'author';
  readonly feeds: FeedAddresses;
}

export function FollowList({ site, what, feeds }: FollowListProps): VNode {
  return (
    <details class="follow">
      <summary>Follow this {what}</summary>
      <p>
        Give this address to a feed reader, and it shows you each new post.{' '}
        <a href={`${site.fixed.subscribe.url}#${FEED_READERS_ID}`}>What is a feed reader?</a>
      </p>
      <FeedAddress address={feeds.rss} name="address" />
      <CopyScript site={site} />
    </details>
  );
}
