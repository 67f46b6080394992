/**
 * What every reader makes of an export. The rest of the import knows no format. HTML and Markdown are
 * as exported; everything else is decoded text.
 */
import type { Root } from 'hast';
import type { SourceFile } from './source/source.ts';

/** Position in the export, for messages. */
export interface Place {
  /** Path below the source, or a URL. */
  readonly file: string;
  /** 1-based. */
  readonly line?: number;
}

/** Who could read an entry on the old blog. Only `public` is published. */
export type Status =
  | 'public'
  | 'draft'
  | 'scheduled'
  | 'private'
  | 'password'
  | 'members'
  | 'trashed'
  | 'unknown';

/** A post or page. */
export interface ImportedEntry {
  readonly type: 'post' | 'page';
  /** The same in every export of the blog; key of the ledger. */
  readonly id: string;
  readonly place: Place;
  readonly status: Status;
  /** Id in the feeds of the old blog. */
  readonly guid?: string | undefined;
  /** One line of plain text; may be empty. */
  readonly title: string;
  /** Last part of the old address, decoded; not safe as a file name. */
  readonly slug?: string | undefined;
  /** ISO 8601 with offset, or a bare date; absent in drafts that have none. */
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  /** Names, as readers saw them. */
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  /** Plain text. */
  readonly description?: string | undefined;
  readonly cover?: { readonly url: string; readonly alt?: string | undefined } | undefined;
  /** Root-relative, as exported: the address first, then others, such as `/?p=12`. */
  readonly legacyUrls: readonly string[];
  /** Where it was first published, if on another site. */
  readonly canonicalUrl?: string | undefined;
  readonly language?: string | undefined;
  readonly pinned?: boolean | undefined;
  readonly series?: ImportedSeries | undefined;
  readonly body: ImportedBody;
}

/** What it is part of. */
export interface ImportedSeries {
  /** Not empty. Only the first is kept. */
  readonly names: readonly string[];
  /** 0 to 9999. */
  readonly part?: number | undefined;
}

export interface ImportedBody {
  readonly format: 'html' | 'markdown';
  readonly text: string;
  /** Base of relative addresses: a URL, or a folder of the source. */
  readonly base?: string | undefined;
}

/** An approved comment. May come before its entry. */
export interface ImportedComment {
  readonly type: 'comment';
  readonly id: string;
  readonly place: Place;
  /** `ImportedEntry.id`. */
  readonly entry: string;
  /** `ImportedComment.id` of the comment that it answers. */
  readonly replyTo?: string | undefined;
  /** Fragment of its old address: `c123`, `comment-12`. */
  readonly anchor: string;
  /** Empty if anonymous. */
  readonly author: string;
  /** Site of its author; `http` or `https`. */
  readonly url?: string | undefined;
  /** ISO 8601 with offset. */
  readonly published?: string | undefined;
  readonly html: string;
}

/** What may be public about an author. Never an e-mail address. */
export interface ImportedAuthor {
  readonly type: 'author';
  readonly name: string;
  readonly bio?: string | undefined;
  readonly url?: string | undefined;
  readonly avatar?: string | undefined;
  /** Old addresses of the list of posts. */
  readonly legacyUrls: readonly string[];
}

/** A tag or category with old addresses. */
export interface ImportedTag {
  readonly type: 'tag';
  readonly name: string;
  readonly description?: string | undefined;
  /** Root-relative: `/category/roses/`. */
  readonly legacyUrls: readonly string[];
}

/** An old address that no entry has. */
export interface ImportedRedirect {
  readonly type: 'redirect';
  /** Root-relative. */
  readonly from: string;
  /** Root-relative address of the old blog, or a URL. */
  readonly to: string;
}

/** Something that is not imported, by design. Counted by reason in the summary. */
export interface LeftOut {
  readonly type: 'left-out';
  readonly place: Place;
  /** Plural noun phrase: "comments marked as spam". */
  readonly reason: string;
  /** What a person would recognise: a title, a file. */
  readonly what: string;
}

/** Something that was imported but should be looked at. */
export interface Notice {
  readonly type: 'notice';
  readonly place: Place;
  /** A whole sentence, with what to do. */
  readonly message: string;
}

export type ImportedItem =
  | ImportedEntry
  | ImportedComment
  | ImportedAuthor
  | ImportedTag
  | ImportedRedirect
  | LeftOut
  | Notice;

/** What the export says about the blog. */
export interface BlogFacts {
  readonly title?: string | undefined;
  /** Plain text. */
  readonly description?: string | undefined;
  /** BCP 47 tag. */
  readonly language?: string | undefined;
  /** IANA name. */
  readonly timeZone?: string | undefined;
  /** `https://host/` of the old blog. */
  readonly url?: string | undefined;
  /** Other hosts of the old blog. */
  readonly hosts: readonly string[];
  /** Value of `legacy` in `site.yaml`. */
  readonly legacy?: 'blogger' | undefined;
}

/** One blog of an export, ready to be read. */
export interface Blog {
  readonly facts: BlogFacts;
  /** Streams the items in the same order each time. Only one call at a time reads. */
  items(): AsyncIterable<ImportedItem>;
  /** The picture or file of the export that stood at an address, if the export holds it. */
  file?(url: string, entry: ImportedEntry): SourceFile | undefined;
  /** Files of the export of which one may be the picture at an address; their pixels tell which. */
  candidates?(url: string): readonly SourceFile[];
  /**
   * Turns what only this platform writes into plain HTML, in place. What it removes although a reader saw it
   * is told to `removed`, with the reason.
   */
  tidy?(body: Root, entry: ImportedEntry, removed: (text: string, reason: string) => void): void;
}
