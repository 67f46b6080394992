/** What the content folder holds once it is read and valid: plain data, free to cross threads. */
import type { AuthorFields } from './author-schema.ts';
import type { FeedId } from './feed-ids-schema.ts';
import type { PageFields } from './page-schema.ts';
import type { PostFields } from './post-schema.ts';
import type { RedirectFields } from './redirects-schema.ts';
import type { SiteSettings } from './site-schema.ts';

/** A file of the content folder. */
interface Entry {
  /** As the writer knows it, for messages. */
  readonly file: string;
}

/** Markdown with files beside it. */
interface MarkdownEntry extends Entry {
  /** The folder that relative links and images start from. */
  readonly folder: string;
  /** Other files below `folder`, relative to it, with forward slashes. */
  readonly files: readonly string[];
  readonly body: string;
  readonly slug: string;
  /** Fields that hold a stand-in, since what was written is wrong: errors tell of them. */
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

export interface RedirectEntry extends Entry {
  readonly fields: RedirectFields;
  /** Place of the rule in the file: `redirects[2]`. */
  readonly path: string;
}

/** Everything of a content folder. */
export interface Content {
  readonly settings: SiteSettings;
  /** In the order of their folders' names. */
  readonly posts: readonly PostEntry[];
  readonly pages: readonly PageEntry[];
  readonly authors: readonly AuthorEntry[];
  readonly redirects: readonly RedirectEntry[];
  /** Ids that posts had on the old blog, by their old paths. */
  readonly feedIds: readonly FeedId[];
  /** Settings that hold their default, since what was written is wrong. */
  readonly invalidSettings?: readonly string[];
}
