/** Turns site paths into URLs: base path and percent-encoding. */
import { encodePath } from '../lib/paths.ts';

export interface PageAddress {
  /** Eleventy permalink: path below the site root, decoded, such as `/2021/04/hello/` or `/404.html`. */
  readonly path: string;
  /** For links: base path included, percent-encoded. */
  readonly url: string;
  /** Absolute and percent-encoded. */
  readonly canonical: string;
}

/** The three formats of one feed. */
export interface FeedAddresses {
  readonly rss: PageAddress;
  readonly atom: PageAddress;
  readonly json: PageAddress;
}

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
      rss: this.of(`${folder}rss.xml`),
      atom: this.of(`${folder}atom.xml`),
      json: this.of(`${folder}feed.json`),
    };
  }
}
