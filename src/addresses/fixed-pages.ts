/** Pages and files that every site has exactly once. */
import type { Addresses, PageAddress } from './address.ts';

export interface FixedPages {
  readonly home: PageAddress;
  readonly tags: PageAddress;
  readonly authors: PageAddress;
  readonly archive: PageAddress;
  readonly subscribe: PageAddress;
  readonly search: PageAddress;
  readonly notFound: PageAddress;
  readonly opml: PageAddress;
  /** Stylesheet of feeds opened in a browser. */
  readonly feedNote: PageAddress;
  readonly sitemap: PageAddress;
  readonly robots: PageAddress;
  /** Web app manifest. */
  readonly manifest: PageAddress;
  /** Site summary for language models. https://llmstxt.org/ */
  readonly llms: PageAddress;
  /** Index that the error page searches for similar addresses. */
  readonly notFoundIndex: PageAddress;
}

export function fixedPages(addresses: Addresses): FixedPages {
  return {
    home: addresses.of('/'),
    tags: addresses.of('/tags/'),
    authors: addresses.of('/authors/'),
    archive: addresses.of('/archive/'),
    subscribe: addresses.of('/subscribe/'),
    search: addresses.of('/search/'),
    notFound: addresses.of('/404.html'),
    opml: addresses.of('/feeds.opml'),
    feedNote: addresses.of('/css/feed-note.css'),
    sitemap: addresses.of('/sitemap.xml'),
    robots: addresses.of('/robots.txt'),
    manifest: addresses.of('/site.webmanifest'),
    llms: addresses.of('/llms.txt'),
    notFoundIndex: addresses.of('/addresses.json'),
  };
}

/** Whether a file of `public/` is merged with one of these. */
export function isMergedPage(path: string, { robots, manifest }: FixedPages): boolean {
  return path === robots.path || path === manifest.path;
}
