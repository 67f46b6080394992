/** Ids of posts in feeds. */
import { basename } from 'node:path';
import type { PostEntry } from '../content/entries.ts';
import type { FeedId } from '../content/feed-ids-schema.ts';
import { encodePath, foldAddress } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';

/**
 * The id of any post: its `guid`, else its id on the old blog, else one made
 * from what no edit of the post changes.
 * @param host from the URL in `site.yaml`, so that a preview elsewhere has the same ids
 */
export function postIds(host: string, feedIds: readonly FeedId[]): (entry: PostEntry) => string {
  const known = new Map(feedIds.map(({ path, id }) => [foldAddress(path), id]));
  return (entry) => {
    const { guid, legacyUrl } = entry.fields;
    const old = legacyUrl.flatMap((url) => known.get(foldAddress(url)) ?? []);
    return guid ?? old[0] ?? mintId(entry, host);
  };
}

/**
 * A tag URI (RFC 4151) from the site's domain, the day of publication and the
 * name of the folder: stable when title, scheme or path change.
 */
function mintId({ fields, folder }: PostEntry, host: string): string {
  const { year, month, day } = fields.publishDate;
  return `tag:${host},${year}-${month}-${day}:${encodePath(basename(folder))}`;
}

/**
 * Reports an id that another post has, and one that is not a URI.
 * @param files by id, of the posts so far; the post is added
 */
export function checkId(
  id: string,
  { file, fields: { guid } }: PostEntry,
  files: Map<string, string>,
  problems: Problems,
): void {
  const other = files.get(id);
  files.set(id, other ?? file);
  if (other !== undefined)
    problems.error({
      file,
      field: 'guid',
      code: 'post-guid-duplicate',
      message: `The id ${JSON.stringify(id)} is that of ${other} too, so readers of the feed would see only one of the two posts.`,
      hint: 'Give each post a `guid` of its own, or remove the line from the newer post.',
    });
  // Ids from the old blog stay as they are. RFC 4287, 4.2.6
  if (guid !== undefined && !URI.test(guid))
    problems.warn({
      file,
      field: 'guid',
      code: 'post-guid-no-uri',
      message: `The id ${JSON.stringify(guid.slice(0, 80))} is no URI, as Atom asks of ids; feed readers take it, validators do not.`,
      hint: 'Remove the line, unless readers know the post by this id already.',
    });
}

/** A scheme, and nothing that must be encoded. RFC 3986, and RFC 3987 for other letters */
const URI = /^[a-z][a-z0-9+.-]*:[^\s\p{Cc}<>"{}|\\^`]+$/iu;
