/** Model types of pages and lists of posts. */
import type { FeedAddresses, PageAddress } from '../addresses/address.ts';
import type { LangAttributes } from '../lib/language/tag.ts';
import type {
  ArchivedComments,
  BodyPart,
  Link,
  Picture,
  PostSummary,
  SourceLinks,
} from './post-model.ts';

/** A post with the image that stands for it. */
export interface IllustratedPost extends PostSummary {
  readonly picture: Picture | undefined;
}

/** Consecutive posts of a year. */
export interface PostsOfYear extends Link {
  readonly posts: readonly PostSummary[];
}

/** A page of the paginated home page. */
export interface HomePage extends PageAddress {
  readonly number: number;
  readonly count: number;
  readonly posts: readonly PostSummary[];
  /** The same posts for `home: cards`; else empty. */
  readonly cards: readonly IllustratedPost[];
  /** The same posts for `home: list`; else empty. */
  readonly years: readonly PostsOfYear[];
  readonly newer: Link | undefined;
  readonly older: Link | undefined;
}

export interface Tag extends PageAddress {
  readonly name: string;
  readonly description: string | undefined;
  readonly feeds: FeedAddresses;
  readonly posts: readonly PostSummary[];
}

/** A post of a series. */
export interface SeriesPart {
  /** As written, or counted. */
  readonly part: number;
  readonly post: PostSummary;
}

export interface Series extends PageAddress {
  readonly name: string;
  readonly description: string | undefined;
  readonly feeds: FeedAddresses;
  /** Newest first. */
  readonly posts: readonly PostSummary[];
  /** In the order to read them. */
  readonly parts: readonly SeriesPart[];
}

export interface Author extends PageAddress {
  readonly name: string;
  readonly feeds: FeedAddresses;
  readonly bio: string | undefined;
  readonly portrait: Picture | undefined;
  /** External profiles: `GitHub`, `Mastodon`, `Website`, ... */
  readonly links: readonly Link[];
  readonly posts: readonly PostSummary[];
}

export interface Month extends PageAddress {
  /** `April 2021` */
  readonly title: string;
  /** `April` */
  readonly name: string;
  readonly posts: readonly PostSummary[];
  /** Adjacent months with posts. */
  readonly newer: Link | undefined;
  readonly older: Link | undefined;
}

export interface Year extends PageAddress {
  /** `2021` */
  readonly title: string;
  readonly posts: readonly PostSummary[];
  /** Newest first. */
  readonly months: readonly Month[];
}

/** A page of `content/pages`. */
export interface Page extends PageAddress {
  readonly title: string;
  /** BCP 47, such as `en`. */
  readonly language: string;
  /** Language and country, for link previews: `en_US`. */
  readonly locale: string | undefined;
  /** For title and text; empty if their language is that of the site. */
  readonly textLang: LangAttributes;
  /** For UI strings within the text. */
  readonly uiLang: LangAttributes;
  /** Whether its text takes up the margins too. */
  readonly isWide: boolean;
  /** Whether only `--drafts` shows it. */
  readonly draft: boolean;
  readonly description: string;
  readonly body: readonly BodyPart[];
  readonly hasCode: boolean;
  readonly source: SourceLinks | undefined;
  /** Those of the old blog. */
  readonly archivedComments: ArchivedComments | undefined;
}
