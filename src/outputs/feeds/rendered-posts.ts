/** The posts of all feeds, each rendered once per format however many feeds contain it. */
import type { Post, Site, Words } from '../../site/model.ts';
import { feedComments } from './comments.ts';
import { feedItem, type FeedItem } from './feed.ts';
import type { Format } from './format.ts';
import { escapeXml } from './xml.ts';

export interface RenderedPost {
  readonly item: FeedItem;
  readonly in: (format: Format) => RenderedItem;
}

/** A post in one format. */
export interface RenderedItem {
  readonly text: string;
  readonly bytes: number;
}

export class RenderedPosts {
  readonly #settings: Pick<Site, 'feedContent' | 'feedComments'>;
  readonly #rendered = new Map<Post, RenderedPost>();

  constructor(settings: Pick<Site, 'feedContent' | 'feedComments'>) {
    this.#settings = settings;
  }

  /** @param words in the language of the post */
  of(post: Post, words: Words): RenderedPost {
    const known = this.#rendered.get(post);
    if (known !== undefined) return known;
    const below = this.#settings.feedComments ? feedComments(post, words) : '';
    const rendered = render(feedItem(post, this.#settings.feedContent, below));
    this.#rendered.set(post, rendered);
    return rendered;
  }
}

/** Renders a format once a feed asks for it. */
function render(item: FeedItem): RenderedPost {
  const content = escapeXml(item.content ?? '');
  const items = new Map<Format, RenderedItem>();
  const inFormat = (format: Format): RenderedItem => {
    const known = items.get(format);
    if (known !== undefined) return known;
    const text = format.item(item, content);
    const rendered = { text, bytes: Buffer.byteLength(text) };
    items.set(format, rendered);
    return rendered;
  };
  return { item, in: inFormat };
}
