/** What the host of a site must know of it. */
import { posix } from 'node:path';
import type { PageAddress } from '../addresses/address.ts';
import type { Plan } from '../addresses/plan.ts';
import type { Owner } from '../addresses/redirect.ts';
import type { Deployment, FeedType } from '../hosts/host.ts';
import type { Post } from './model.ts';

/** @param owner where the hosts are chosen, for messages */
export function deployment(
  { redirects, fixed, feeds, titles }: Plan,
  posts: readonly Post[],
  basePath: string,
  owner: Owner,
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
    framed: [...new Set(posts.flatMap(({ html }) => framedHosts(html)))].toSorted(),
    htmlPages: [...titles.keys()].filter(
      (path) => path.endsWith('.html') && path !== fixed.notFound.path,
    ),
    owner,
  };
}

/** The feeds of tags and authors have the same names as those of the site. */
function feedType({ path }: PageAddress, type: string): FeedType {
  return { name: posix.basename(path), type };
}

/** Hosts of the frames in a body, which the site wrote itself. */
function framedHosts(html: string): string[] {
  if (!html.includes('<iframe')) return [];
  return [...html.matchAll(/<iframe[^>]* src="https:\/\/([^/"]+)/g)].flatMap(
    ([, host]) => host ?? [],
  );
}
