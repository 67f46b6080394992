/** What the host of a site must know of it. */
import type { Plan } from '../addresses/plan.ts';
import type { Deployment } from '../hosts/host.ts';
import type { Post } from './model.ts';

/** @param settingsFile where the hosts are chosen, for messages */
export function deployment(
  { redirects, fixed, feeds, tags, authors, titles }: Plan,
  posts: readonly Post[],
  basePath: string,
  settingsFile: string,
): Deployment {
  return {
    redirects,
    basePath,
    home: fixed.home,
    notFound: fixed.notFound,
    feeds: [{ feeds }, ...tags, ...authors].flatMap((list) => [
      { path: list.feeds.rss.path, type: 'application/rss+xml' },
      { path: list.feeds.atom.path, type: 'application/atom+xml' },
      { path: list.feeds.json.path, type: 'application/feed+json' },
    ]),
    framed: [...new Set(posts.flatMap(({ html }) => framedHosts(html)))].toSorted(),
    htmlPages: [...titles.keys()].filter(
      (path) => path.endsWith('.html') && path !== fixed.notFound.path,
    ),
    settingsFile,
  };
}

/** Hosts of the frames in a body, which the site wrote itself. */
function framedHosts(html: string): string[] {
  if (!html.includes('<iframe')) return [];
  return [...html.matchAll(/<iframe[^>]* src="https:\/\/([^/"]+)/g)].flatMap(
    ([, host]) => host ?? [],
  );
}
