/** A way to write a feed. */
import type { FeedAddresses, SiteFacts, Words } from '../../site/model.ts';
import type { Feed, FeedItem } from './feed.ts';
import type { Envelope } from './envelope.ts';

export interface Format {
  readonly name: keyof FeedAddresses;
  /**
   * A post, the same in every feed that holds it.
   * @param content of the post, escaped for XML
   */
  readonly item: (item: FeedItem, content: string) => string;
  /** @param content what the feed holds, newest first */
  readonly envelope: (
    feed: Feed,
    content: readonly FeedItem[],
    facts: SiteFacts,
    words: Words['feeds'],
  ) => Envelope;
}
