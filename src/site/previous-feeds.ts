/** Holds the ids of posts against feeds that readers have seen. */
import type { Plan } from '../addresses/plan.ts';
import type { SavedFeed } from '../feed-ids/open-feed.ts';
import { foldAddress, foldPath } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { Post } from './model.ts';

/**
 * Adds an error for each post that has another id in one of the feeds.
 * @param posts those of the plan, in its order
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
  const said = new Set<Post>();
  for (const { source, posts: items } of feeds) {
    const known = items.flatMap(({ id, path }) => {
      const post = byAddress.get(foldAddress(path));
      return post === undefined ? [] : [{ id, post }];
    });
    const isOurs = known.length > 0 || items.length === 0 || items.some(({ id }) => ids.has(id));
    if (!isOurs) reportForeign(source, items.length, problems);
    for (const { id, post } of known) {
      if (post.guid === id || said.has(post)) continue;
      said.add(post);
      problems.error({
        file: files.get(post.path) ?? source,
        field: 'guid',
        code: 'post-guid-changed',
        message: `Readers know this post by the id ${JSON.stringify(id)} (in ${source}), but it would get the id ${JSON.stringify(post.guid)} and be shown to all of them as new.`,
        hint: `Write \`guid: ${id}\` in its front matter; for all posts of an old blog at once, run \`npm run import-feed-ids\`.`,
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
    message: `None of the ${count} posts of this feed is a post of this site, so nothing can be said of their ids.`,
    hint: 'Name the feed of this blog, and give posts that have moved their old addresses by `legacyUrl`.',
  });
}
