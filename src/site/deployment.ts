/** What hosts are told about a site. */
import { posix } from 'node:path';
import type { PageAddress } from '../addresses/address.ts';
import type { Plan } from '../addresses/plan.ts';
import type { Owner, RedirectTable } from '../addresses/redirect.ts';
import type { Page, Post } from './model.ts';

/** Paths are below the site's root and decoded. */
export interface Deployment {
  readonly redirects: RedirectTable;
  /** Path that the site lives under, without a slash at the end: empty, or `/blog`. */
  readonly basePath: string;
  /** The home page. */
  readonly home: PageAddress;
  /** Shown for addresses that do not exist. */
  readonly notFound: PageAddress;
  readonly feeds: readonly FeedType[];
  /** Hosts of the frames on this site: `www.youtube.com`. */
  readonly framed: readonly string[];
  /** Folder of the search index; set where pages run the search in WebAssembly. */
  readonly searchFolder: PageAddress | undefined;
  /** Paths of pages that end in `.html`. */
  readonly htmlPages: readonly string[];
  /** Where the hosts are chosen, for messages. */
  readonly owner: Owner;
}

/** Media type of feeds, by file name: there are many of them, in many folders. */
export interface FeedType {
  /** `rss.xml` */
  readonly name: string;
  /** Media type, with its charset if it has one: `application/rss+xml; charset=utf-8`. */
  readonly type: string;
}

/**
 * @param bodies posts and pages
 * @param owner where the hosts are chosen, for messages
 * @param searchFolder of the search index, if there is one
 */
export function deployment(
  { redirects, fixed, feeds, titles }: Plan,
  bodies: readonly (Post | Page)[],
  basePath: string,
  owner: Owner,
  searchFolder: PageAddress | undefined,
): Deployment {
  return {
    redirects,
    basePath,
    home: fixed.home,
    notFound: fixed.notFound,
    feeds: [
      feedType(feeds.rss, 'application/rss+xml; charset=utf-8'),
      feedType(feeds.atom, 'application/atom+xml; charset=utf-8'),
      feedType(feeds.json, 'application/feed+json'),
      feedType(fixed.opml, 'text/x-opml; charset=utf-8'),
    ],
    framed: [...new Set(bodies.flatMap(framedHosts))].toSorted(),
    htmlPages: [...titles.keys()].filter(
      (path) => path.endsWith('.html') && path !== fixed.notFound.path,
    ),
    searchFolder,
    owner,
  };
}

function framedHosts({ body }: Post | Page): string[] {
  return body.flatMap((part) => (part.kind === 'embed' ? [new URL(part.frame).hostname] : []));
}

/** Feeds of tags and authors have the same file names as those of the site. */
function feedType({ path }: PageAddress, type: string): FeedType {
  return { name: posix.basename(path), type };
}
