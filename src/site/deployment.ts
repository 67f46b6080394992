/** What the host of a site must know of it. */
import type { Plan } from '../addresses/plan.ts';
import type { Owner } from '../addresses/redirect.ts';
import type { Deployment } from '../hosts/host.ts';
import type { Post } from './model.ts';

/** @param owner where the hosts are chosen, for messages */
export function deployment(
  { redirects, fixed, titles }: Plan,
  posts: readonly Post[],
  basePath: string,
  owner: Owner,
): Deployment {
  return {
    redirects,
    basePath,
    home: fixed.home,
    notFound: fixed.notFound,
    feeds: [{ path: fixed.rss.path, type: 'application/rss+xml' }],
    framed: [...new Set(posts.flatMap(({ html }) => framedHosts(html)))].toSorted(),
    htmlPages: [...titles.keys()].filter(
      (path) => path.endsWith('.html') && path !== fixed.notFound.path,
    ),
    owner,
  };
}

/** Hosts of the frames in a body, which the site wrote itself. */
function framedHosts(html: string): string[] {
  if (!html.includes('<iframe')) return [];
  return [...html.matchAll(/<iframe[^>]* src="https:\/\/([^/"]+)/g)].flatMap(
    ([, host]) => host ?? [],
  );
}
