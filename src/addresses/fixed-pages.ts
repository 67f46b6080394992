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

/** @param root path of the home page; pages that do not depend on the language are not below it */
export function fixedPages(addresses: Addresses, root = '/'): FixedPages {
  return {
    home: addresses.of(root),
    tags: addresses.of(`${root}tags/`),
    authors: addresses.of(`${root}authors/`),
    archive: addresses.of(`${root}archive/`),
    subscribe: addresses.of(`${root}subscribe/`),
    search: addresses.of(`${root}search/`),
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

/** Those that each language has for itself. */
export function pagesBelow(root: string, fixed: FixedPages): PageAddress[] {
  return Object.values(fixed).filter(({ path }) => path.startsWith(root));
}

/** Whether a file of `public/` is merged with one of these. */
export function isMergedPage(path: string, { robots, manifest }: FixedPages): boolean {
  return path === robots.path || path === manifest.path;
}
