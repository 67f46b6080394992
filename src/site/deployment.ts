/** What the host of a site must know of it. */
import { posix } from 'node:path';
import type { PageAddress } from '../addresses/address.ts';
import type { Plan } from '../addresses/plan.ts';
import type { Owner } from '../addresses/redirect.ts';
import type { Deployment, FeedType } from '../hosts/host.ts';
import type { Page, Post } from './model.ts';
import { framedHosts } from './pieces.ts';

/**
 * @param bodies posts and pages
 * @param owner where the hosts are chosen, for messages
 * @param searchFolder of the index, if there is one
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
    framed: [...new Set(bodies.flatMap(({ body }) => framedHosts(body)))].toSorted(),
    htmlPages: [...titles.keys()].filter(
      (path) => path.endsWith('.html') && path !== fixed.notFound.path,
    ),
    searchFolder,
    owner,
  };
}

/** The feeds of tags and authors have the same names as those of the site. */
function feedType({ path }: PageAddress, type: string): FeedType {
  return { name: posix.basename(path), type };
}
