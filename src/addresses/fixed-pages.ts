/** Pages and files of which every site has one. */
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
  /** Style of a feed that holds words. */
  readonly feedNote: PageAddress;
  readonly sitemap: PageAddress;
  readonly robots: PageAddress;
  /** What a browser needs to put the site among the apps. */
  readonly manifest: PageAddress;
  /** The site in a few lines, for language models. */
  readonly llms: PageAddress;
  /** What the error page looks addresses up in. */
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
