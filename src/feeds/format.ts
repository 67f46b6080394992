/** A way to write a feed. */
import type { FeedAddresses, SiteFacts } from '../site/model.ts';
import type { Feed, FeedItem } from './feed.ts';

export interface Format {
  readonly name: keyof FeedAddresses;
  /**
   * A post, the same in every feed that holds it.
   * @param content of the post, escaped for XML
   */
  readonly item: (item: FeedItem, content: string) => string;
  /** @param items what `item` made of `content`, in order */
  readonly feed: (
    feed: Feed,
    content: readonly FeedItem[],
    items: readonly string[],
    facts: SiteFacts,
  ) => string;
}
