/** Content folder after parsing and validation, as plain data that can be sent to a worker. */
import type { AuthorFields } from './author-schema.ts';
import type { CommentFields } from './comments-schema.ts';
import type { FeedId } from './feed-ids-schema.ts';
import type { PageFields } from './page-schema.ts';
import type { PostFields } from './post-schema.ts';
import type { RedirectFields } from './redirects-schema.ts';
import type { SiteSettings } from './site-schema.ts';
import type { TermFields } from './term-schema.ts';

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
  /** Of the text below the front matter, which itself is not kept: it would take much memory. */
  readonly textHash: string;
  readonly slug: string;
  /** Fields that hold a placeholder because their value was reported as invalid. */
  readonly invalidFields?: readonly string[];
  /** Of `comments.yaml`; absent if there is no such file. */
  readonly comments?: readonly CommentFields[];
}

export interface PostEntry extends MarkdownEntry {
  readonly fields: PostFields;
}

export interface PageEntry extends MarkdownEntry {
  readonly fields: PageFields;
}

/** Named places for HTML or Markdown of the owner: files of `theme/slots`. */
export type SlotName = 'head' | 'header' | 'after-post' | 'before-footer' | 'footer';

/** Where a text is shown: in a slot, or where the setting of this name says. */
export type TextPlace = `slot ${SlotName}` | 'footer' | 'announcement';

/** A text in Markdown that every page shows. That of a setting has no file of its own. */
export interface TextEntry extends PageEntry {
  readonly body: string;
  readonly place: TextPlace;
  /** The setting that holds it. */
  readonly field?: string;
  /** Last day or moment on which it is shown. */
  readonly until?: string | undefined;
}

export interface SiteTexts {
  readonly entries: readonly TextEntry[];
  /** HTML as it is written. */
  readonly html: ReadonlyMap<SlotName, string>;
}

export interface AuthorEntry extends Entry {
  readonly folder: string;
  readonly fields: AuthorFields;
}

/** A tag of `tags.yaml`, or a series of `series.yaml`. */
export interface TermEntry extends Entry {
  readonly name: string;
  readonly fields: TermFields;
  /** Path of the term in the file: its name as written. */
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
  /** Absent if there are none. */
  readonly texts?: SiteTexts;
  readonly authors: readonly AuthorEntry[];
  readonly tags: readonly TermEntry[];
  readonly series: readonly TermEntry[];
  readonly redirects: readonly RedirectEntry[];
  /** Files of the originals, by the file of each of their translations; absent if there are none. */
  readonly originals?: ReadonlyMap<string, string>;
  /** Feed ids from the old blog, by legacy path. */
  readonly feedIds: readonly FeedId[];
  /** Settings that hold their default because their value was reported as invalid. */
  readonly invalidSettings?: readonly string[];
}
