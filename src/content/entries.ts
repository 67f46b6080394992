/** Content folder after parsing and validation, as plain data that can be sent to a worker. */
import type { AuthorFields } from './author-schema.ts';
import type { FeedId } from './feed-ids-schema.ts';
import type { PageFields } from './page-schema.ts';
import type { PostFields } from './post-schema.ts';
import type { RedirectFields } from './redirects-schema.ts';
import type { SiteSettings } from './site-schema.ts';
import type { TagFields } from './tags-schema.ts';

interface Entry {
  /** Display path, for messages. */
  readonly file: string;
}

interface MarkdownEntry extends Entry {
  /** Base of relative links and images. */
  readonly folder: string;
  /** Attachments below `folder`: relative paths with forward slashes. */
  readonly files: readonly string[];
  /** Files below `folder` that are not published; absent if there are none. */
  readonly withheld?: readonly string[];
  readonly body: string;
  readonly slug: string;
  /** Fields that hold a placeholder because their value was reported as invalid. */
  readonly invalidFields?: readonly string[];
}

export interface PostEntry extends MarkdownEntry {
  readonly fields: PostFields;
}

export interface PageEntry extends MarkdownEntry {
  readonly fields: PageFields;
}

export interface AuthorEntry extends Entry {
  readonly folder: string;
  readonly fields: AuthorFields;
}

/** A tag of `tags.yaml`. */
export interface TagEntry extends Entry {
  readonly name: string;
  readonly fields: TagFields;
  /** Path of the tag in the file: its name as written. */
  readonly path: string;
}

export interface RedirectEntry extends Entry {
  readonly fields: RedirectFields;
  /** Path of the rule in the file: `redirects[2]`. */
  readonly path: string;
}

export interface Content {
  readonly settings: SiteSettings;
  /** Sorted by folder name. */
  readonly posts: readonly PostEntry[];
  readonly pages: readonly PageEntry[];
  readonly authors: readonly AuthorEntry[];
  readonly tags: readonly TagEntry[];
  readonly redirects: readonly RedirectEntry[];
  /** Files of the originals, by the file of each of their translations; absent if there are none. */
  readonly originals?: ReadonlyMap<string, string>;
  /** Feed ids from the old blog, by legacy path. */
  readonly feedIds: readonly FeedId[];
  /** Settings that hold their default because their value was reported as invalid. */
  readonly invalidSettings?: readonly string[];
}
