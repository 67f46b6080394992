/** Turns site paths into URLs: base path and percent-encoding. */
import type { FeedFormat } from '../content/feeds-schema.ts';
import { encodePath } from '../lib/paths.ts';

export interface PageAddress {
  /** Eleventy permalink: path below the site root, decoded, such as `/2021/04/hello/` or `/404.html`. */
  readonly path: string;
  /** For links: base path included, percent-encoded. */
  readonly url: string;
  /** Absolute and percent-encoded. */
  readonly canonical: string;
}

/** The feed of all posts, in every format. */
export type FeedAddresses = Readonly<Record<FeedFormat, PageAddress>>;

/** The feed of a tag, an author or a series, in the formats of the settings. */
export type ListFeeds = Pick<FeedAddresses, 'atom'> & {
  readonly [format in 'rss' | 'json']: PageAddress | undefined;
};

/** Names of the files, in the folder of the page that lists the same posts. */
export const FEED_FILES: Readonly<Record<FeedFormat, string>> = {
  rss: 'rss.xml',
  atom: 'atom.xml',
  json: 'feed.json',
};

/** URL factory of one site. */
export class Addresses {
  /** Without a trailing slash: empty, or `/blog`. */
  readonly basePath: string;
  /** Scheme and host: `https://blog.example.org`. */
  readonly origin: string;

  /** @param siteUrl absolute URL of the home page, with or without a trailing slash */
  constructor(siteUrl: string) {
    const { origin, pathname } = new URL(siteUrl);
    this.origin = origin;
    this.basePath = pathname.replace(/(?<!\/)\/+$/, '');
  }

  /** @param path below the site root, decoded, with a leading slash */
  of(path: string): PageAddress {
    const url = this.basePath + encodePath(path);
    return { path, url, canonical: this.origin + url };
  }

  /** @param folder path of the list page, with a trailing slash */
  feedsBelow(folder: string): FeedAddresses {
    return {
      rss: this.of(folder + FEED_FILES.rss),
      atom: this.of(folder + FEED_FILES.atom),
      json: this.of(folder + FEED_FILES.json),
    };
  }

  /** Those of `feedsBelow` in these formats. */
  listFeedsBelow(folder: string, formats: readonly FeedFormat[]): ListFeeds {
    const { rss, atom, json } = this.feedsBelow(folder);
    return {
      atom,
      rss: formats.includes('rss') ? rss : undefined,
      json: formats.includes('json') ? json : undefined,
    };
  }
}
