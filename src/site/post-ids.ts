/** What feed readers know a post by. */
import { basename } from 'node:path';
import type { PostEntry } from '../content/entries.ts';
import type { FeedId } from '../content/feed-ids-schema.ts';
import { encodePath, foldAddress } from '../lib/paths.ts';

/**
 * The id of any post: the one that it names, else the one that it had on the
 * old blog, else one that is made of what no edit of the post changes.
 * @param host name of the host in `site.yaml`; a preview elsewhere keeps the ids
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
 * An id that no change of title, scheme or path moves: a tag URI (RFC 4151) of
 * the site's domain, the day of publication and the folder's name.
 */
function mintId({ fields, folder }: PostEntry, host: string): string {
  const { year, month, day } = fields.publishDate;
  return `tag:${host},${year}-${month}-${day}:${encodePath(basename(folder))}`;
}
