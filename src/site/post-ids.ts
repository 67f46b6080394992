/** Ids of posts in feeds. */
import { basename } from 'node:path';
import type { PostEntry } from '../content/entries.ts';
import type { FeedId } from '../content/feed-ids-schema.ts';
import { encodePath, foldAddress } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';

/** Ids of the posts of a site. */
export class PostIds {
  readonly #host: string;
  readonly #known: ReadonlyMap<string, string>;
  readonly #earlier: ReadonlyMap<PostEntry, string>;

  /**
   * @param host from the URL in `site.yaml`, so that a preview elsewhere has the same ids
   * @param earlier ids of posts of the earlier site
   */
  constructor(
    host: string,
    feedIds: readonly FeedId[],
    earlier: ReadonlyMap<PostEntry, string> = new Map(),
  ) {
    this.#host = host;
    this.#known = new Map(feedIds.map(({ path, id }) => [foldAddress(path), id]));
    this.#earlier = earlier;
  }

  /** The chosen id, else that of the earlier site, else a generated one. */
  of(entry: PostEntry): string {
    return this.chosen(entry) ?? this.#earlier.get(entry) ?? this.generated(entry);
  }

  /** The `guid` of the post, else its id on the old blog, if any. */
  chosen({ fields: { guid, legacyUrl } }: PostEntry): string | undefined {
    return guid ?? legacyUrl.flatMap((url) => this.#known.get(foldAddress(url)) ?? [])[0];
  }

  /**
   * A tag URI (RFC 4151) from domain, publication day and folder name, which stays the same when
   * title, time zone, scheme or path change.
   */
  generated({ fields, folder }: PostEntry): string {
    return `tag:${this.#host},${fields.publishDate.writtenDay}:${encodePath(basename(folder))}`;
  }
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
