/** Ids of posts in feeds. */
import { basename } from 'node:path';
import type { PostEntry } from '../content/entries.ts';
import type { FeedId } from '../content/feed-ids-schema.ts';
import { encodePath, foldAddress } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';

/**
 * The id of a post: its `guid`, else its id on the old blog, else a generated
 * one that does not change when the post is edited.
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
 * A tag URI (RFC 4151) from domain, publication day and folder name, which
 * stays the same when title, scheme or path change.
 */
function mintId({ fields, folder }: PostEntry, host: string): string {
  const { year, month, day } = fields.publishDate;
  return `tag:${host},${year}-${month}-${day}:${encodePath(basename(folder))}`;
}

/**
 * Reports a duplicate id, and a `guid` that is not a URI.
 * @param files of previous posts, by id; the post is added
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
      message: `The id ${JSON.stringify(id)} is also that of ${other}, so feed readers would show only one of the two posts.`,
      hint: 'Give each post a `guid` of its own, or remove the line from the newer post.',
    });
  // RFC 4287, 4.2.6. Ids from the old blog must not change, so they are not checked.
  if (guid !== undefined && !URI.test(guid))
    problems.warn({
      file,
      field: 'guid',
      code: 'post-guid-no-uri',
      message: `The id ${JSON.stringify(guid.slice(0, 80))} is not a URI, which Atom requires; feed readers accept it, but validators do not.`,
      hint: 'Remove the line, unless a published feed already has this id.',
    });
}

/** RFC 3986, with the letters of RFC 3987. */
const URI = /^[a-z][a-z0-9+.-]*:[^\s\p{Cc}<>"{}|\\^`]+$/iu;
