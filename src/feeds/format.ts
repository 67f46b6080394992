/** A way to write a feed. */
import type { FeedAddresses, SiteFacts } from '../site/model.ts';
import type { Feed, FeedItem } from './feed.ts';

export interface Format {
  readonly name: keyof FeedAddresses;
  /** A post, the same in every feed that holds it. */
  readonly item: (item: FeedItem) => string;
  /** @param items what `item` made of `content`, in order */
  readonly feed: (
    feed: Feed,
    content: readonly FeedItem[],
    items: readonly string[],
    facts: SiteFacts,
  ) => string;
}
