/** Checks that ids of posts match earlier versions of the feed. */
import type { Plan } from '../addresses/plan.ts';
import type { SavedFeed } from '../feed-ids/open-feed.ts';
import { foldAddress, foldPath } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { Post } from './model.ts';

/**
 * Reports each post with a different id in one of the feeds.
 * @param posts in the order of the plan
 * @param basePath of the site, without a slash at the end
 */
export function checkPreviousFeeds(
  feeds: readonly SavedFeed[],
  { posts: places, redirects }: Plan,
  posts: readonly Post[],
  basePath: string,
  problems: Problems,
): void {
  if (feeds.length === 0) return;
  const files = new Map(places.map(({ entry, address }) => [address.path, entry.file]));
  const byPath = new Map(posts.map((post) => [post.path, post]));
  const byAddress = new Map(
    [
      ...redirects.exact.flatMap(({ from, to }) => addressed(from, byPath.get(to.path))),
      ...posts.flatMap((post) => addressed(post.path, post)),
    ].flatMap(([path, post]): [string, Post][] => [
      [foldPath(path), post],
      [foldPath(basePath + path), post],
    ]),
  );
  const ids = new Set(posts.map(({ guid }) => guid));
  const reported = new Set<Post>();
  for (const { source, posts: items } of feeds) {
    const known = items.flatMap(({ id, path }) => {
      const post = byAddress.get(foldAddress(path));
      return post === undefined ? [] : [{ id, post }];
    });
    const isOurs = known.length > 0 || items.length === 0 || items.some(({ id }) => ids.has(id));
    if (!isOurs) reportForeign(source, items.length, problems);
    for (const { id, post } of known) {
      if (post.guid === id || reported.has(post)) continue;
      reported.add(post);
      problems.error({
        file: files.get(post.path) ?? source,
        field: 'guid',
        code: 'post-guid-changed',
        message: `Readers know this post by the id ${JSON.stringify(id)} (in ${source}), but its new id ${JSON.stringify(post.guid)} would show it to all of them again.`,
        hint: `Add \`guid: ${id}\` to its front matter, or run \`npm run import-feed-ids\` for all posts at once.`,
      });
    }
  }
}

function addressed(path: string, post: Post | undefined): [string, Post][] {
  return post === undefined ? [] : [[path, post]];
}

function reportForeign(source: string, count: number, problems: Problems): void {
  problems.error({
    file: source,
    code: 'previous-feed-foreign',
    message: `None of the ${count} posts in this feed belongs to this site, so their ids cannot be compared.`,
    hint: 'Choose a feed of this blog, and add `legacyUrl` to posts that have moved.',
  });
}
