/** Interface of a feed format: RSS, Atom or JSON Feed. */
import type { FeedAddresses, PageAddress, SiteFacts, Words } from '../../site/model.ts';
import type { Feed, FeedItem } from './feed.ts';
import type { Envelope } from './envelope.ts';

export interface Format {
  readonly name: keyof FeedAddresses;
  /**
   * Renders a post, identically for every feed that contains it.
   * @param content body of the post, escaped for XML
   */
  readonly item: (item: FeedItem, content: string) => string;
  /**
   * @param self address of the feed in this format
   * @param items newest first
   */
  readonly envelope: (
    feed: Feed,
    self: PageAddress,
    items: readonly FeedItem[],
    facts: SiteFacts,
    words: Words['feeds'],
  ) => Envelope;
}
