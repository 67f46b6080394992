/** A way to write a feed. */
import type { FeedAddresses, SiteFacts, Words } from '../site/model.ts';
import type { Feed, FeedItem } from './feed.ts';

export interface Format {
  readonly name: keyof FeedAddresses;
  /**
   * A post, the same in every feed that holds it.
   * @param content of the post, escaped for XML
   */
  readonly item: (item: FeedItem, content: string) => string;
  /** @param content what the feed holds, newest first */
  readonly frame: (
    feed: Feed,
    content: readonly FeedItem[],
    facts: SiteFacts,
    words: Words['feeds'],
  ) => Frame;
}

/** A document without its items. */
export interface Frame {
  readonly start: string;
  readonly between: string;
  readonly end: string;
}

export function fillFrame({ start, between, end }: Frame, items: readonly string[]): string {
  // Not joined: the text is copied only once, when it is written.
  const [first = '', ...others] = items;
  return others.reduce((all, item) => all + between + item, start + first) + end;
}
