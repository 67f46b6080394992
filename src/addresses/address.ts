/** Paths of the site to addresses: base path and percent-encoding. */
import { encodePath } from '../lib/paths.ts';

/** Every page has one. */
export interface PageAddress {
  /** Below the site's root, decoded, as Eleventy's permalink: `/2021/04/hello/` or `/404.html`. */
  readonly path: string;
  /** For links: with the base path, percent-encoded. */
  readonly url: string;
  /** For the canonical link: absolute, percent-encoded. */
  readonly canonical: string;
}

/** One feed in three formats. */
export interface FeedAddresses {
  readonly rss: PageAddress;
  readonly atom: PageAddress;
  readonly json: PageAddress;
}

/** Makes the addresses of one site. */
export class Addresses {
  /** Path that the site lives under, without a slash at the end: empty, or `/blog`. */
  readonly basePath: string;
  /** Scheme and host: `https://blog.example.org`. */
  readonly origin: string;

  /** @param siteUrl absolute address of the home page, with or without a slash at the end */
  constructor(siteUrl: string) {
    const { origin, pathname } = new URL(siteUrl);
    this.origin = origin;
    this.basePath = pathname.replace(/\/+$/, '');
  }

  /** @param path below the site's root, decoded, beginning with a slash */
  of(path: string): PageAddress {
    const url = this.basePath + encodePath(path);
    return { path, url, canonical: this.origin + url };
  }

  /** @param folder path of the page whose posts the feeds hold, with a slash at the end */
  feedsBelow(folder: string): FeedAddresses {
    return {
      rss: this.of(`${folder}rss.xml`),
      atom: this.of(`${folder}atom.xml`),
      json: this.of(`${folder}feed.json`),
    };
  }
}
