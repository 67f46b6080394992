/** Interface of a feed format: RSS, Atom or JSON Feed. */
import type { FeedAddresses, SiteFacts, Words } from '../../site/model.ts';
import type { Feed, FeedItem } from './feed.ts';
import type { Envelope } from './envelope.ts';

export interface Format {
  readonly name: keyof FeedAddresses;
  /**
   * Renders a post, identically for every feed that contains it.
   * @param content body of the post, escaped for XML
   */
  readonly item: (item: FeedItem, content: string) => string;
  /** @param items newest first */
  readonly envelope: (
    feed: Feed,
    items: readonly FeedItem[],
    facts: SiteFacts,
    words: Words['feeds'],
  ) => Envelope;
}
