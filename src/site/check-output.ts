/** Reports a post, or a site, whose pages and feeds would be far larger than what was written. */
import { overLimit, type OwnLimits } from '../lib/limits.ts';
import type { Problems } from '../lib/problem.ts';
import type { Post, Site } from './model.ts';

/** RSS, Atom and JSON Feed. */
const FORMATS = 3;

/**
 * @param fileAt source files of posts by URL
 * @param settingsFile display path of `site.yaml`
 */
export function checkOutput(
  {
    posts,
    editions,
    tags,
    authors,
    feedSize,
  }: Pick<Site, 'posts' | 'editions' | 'tags' | 'authors' | 'feedSize'>,
  limits: OwnLimits | undefined,
  fileAt: ReadonlyMap<string, string>,
  settingsFile: string,
  problems: Problems,
): void {
  const sizes = new Map(posts.map((post) => [post.url, sizeOf(post)]));
  const sizeAt = ({ url }: { readonly url: string }): number => sizes.get(url) ?? 0;
  for (const post of posts) {
    const feeds = 1 + post.tags.length + post.authors.length;
    const size = sizeAt(post) * (1 + FORMATS * feeds);
    const over = overLimit('postOutput', size, 'The post, in all its feeds,', limits);
    if (over !== undefined)
      problems.error({ file: fileAt.get(post.url) ?? '', bodyLine: 1, ...over });
  }
  const feeds = [...editions, ...tags, ...authors];
  const inFeeds = sum(feeds.map((feed) => sum(feed.posts.slice(0, feedSize).map(sizeAt))));
  const all = sum([...sizes.values()]) + FORMATS * inFeeds;
  const over = overLimit('siteOutput', all, 'The site, with all feeds,', limits);
  if (over !== undefined) problems.error({ file: settingsFile, field: 'limits', ...over });
}

/** In characters of HTML. */
function sizeOf({ body }: Post): number {
  return sum(body.map((part) => ('html' in part ? part.html.length : 0)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
