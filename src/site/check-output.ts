/** Reports a post, a page, or a site that would be far larger than what was written. */
import { overLimit, type OwnLimits } from '../lib/limits.ts';
import type { Problems } from '../lib/problem.ts';
import type { ArchivedComment, ListFeeds, Post, PostSummary, Site } from './model.ts';

/** Characters of a page or feed without its posts. */
const FRAME = 5000;

type Sized = Pick<
  Site,
  | 'posts'
  | 'tags'
  | 'authors'
  | 'series'
  | 'editions'
  | 'feeds'
  | 'years'
  | 'months'
  | 'homePages'
  | 'feedSize'
  | 'feedContent'
  | 'feedComments'
>;

/**
 * @param fileAt source files of posts by URL
 * @param settingsFile display path of `site.yaml`
 */
export function checkOutput(
  site: Sized,
  limits: OwnLimits | undefined,
  fileAt: ReadonlyMap<string, string>,
  settingsFile: string,
  problems: Problems,
): void {
  const { posts, editions, tags, authors, series, years, months, homePages } = site;
  const { feeds, feedSize, feedContent, feedComments } = site;
  const bodies = new Map(posts.map((post) => [post.url, bodySize(post)]));
  const bodyOf = ({ url }: PostSummary): number => bodies.get(url) ?? 0;
  const comments = new Map(
    posts.map(({ url, archivedComments }) => [url, commentsSize(archivedComments?.threads ?? [])]),
  );
  const fullSize = (post: PostSummary): number =>
    bodyOf(post) + (feedComments ? (comments.get(post.url) ?? 0) : 0);
  const itemSize = (post: PostSummary): number =>
    entrySize(post) + (feedContent === 'full' ? fullSize(post) : 0);
  const formats = new Map([...tags, ...authors, ...series].map((one) => [one.url, formatsOf(one)]));
  for (const post of posts) {
    const own = [
      ...post.tags,
      ...post.authors,
      ...(post.series === undefined ? [] : [post.series]),
    ];
    // The home page, a year and a month.
    const listed = (3 + own.length) * entrySize(post);
    const inFeeds =
      (formatsOf({ feeds }) + sum(own.map(({ url }) => formats.get(url) ?? 0))) * itemSize(post);
    const size = bodyOf(post) + entrySize(post) + listed + inFeeds;
    const over = overLimit('postOutput', size, 'The post, in all lists and feeds,', limits);
    if (over !== undefined)
      problems.error({ file: fileAt.get(post.url) ?? '', bodyLine: 1, ...over });
  }

  const terms = [
    ...tags.map((tag) => ({ ...tag, what: `The tag "${tag.name}"` })),
    ...authors.map((author) => ({ ...author, what: `The author "${author.name}"` })),
    ...series.map((one) => ({ ...one, what: `The series "${one.name}"` })),
  ];
  const lists = [...terms, ...years.map((year) => ({ ...year, what: `The year ${year.title}` }))];
  for (const { posts: listed, what } of lists) {
    const over = overLimit('listedPosts', listed.length, what, limits);
    if (over !== undefined) problems.error({ file: settingsFile, field: 'limits', ...over });
  }

  const pages = sum(posts.map((post) => FRAME + bodyOf(post) + entrySize(post)));
  const inLists = [...lists, ...months, ...homePages].map(
    (list) => FRAME + sum(list.posts.map(entrySize)),
  );
  const inFeeds = [...editions, ...terms].map(
    (list) => formatsOf(list) * (FRAME + sum(list.posts.slice(0, feedSize).map(itemSize))),
  );
  const all = pages + sum(inLists) + sum(inFeeds);
  const over = overLimit('siteOutput', all, 'The site, with all lists and feeds,', limits);
  if (over !== undefined) problems.error({ file: settingsFile, field: 'limits', ...over });
}

/** Number of its feeds. */
function formatsOf({ feeds }: { readonly feeds: ListFeeds }): number {
  return Object.values(feeds).filter((feed) => feed !== undefined).length;
}

/** Characters of HTML. */
function bodySize({ body }: Post): number {
  return sum(body.map((part) => ('html' in part ? part.html.length : 0)));
}

/** Characters of HTML. */
function commentsSize(comments: readonly ArchivedComment[]): number {
  return sum(comments.map(({ html, replies }) => html.length + commentsSize(replies)));
}

/** Characters of a post in a list. */
function entrySize({ title, summary, url, tags, authors }: PostSummary): number {
  const terms = sum([...tags, ...authors].map((term) => term.url.length));
  return title.length + summary.length + url.length + terms;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
