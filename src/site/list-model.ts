/** Lists of posts, and pages; part of the model. */
import type { FeedAddresses, PageAddress } from '../addresses/address.ts';
import type { BodyPart, Link, Picture, PostSummary } from './post-model.ts';

/** One page of the home page's list. */
export interface HomePage extends PageAddress {
  readonly number: number;
  readonly count: number;
  readonly posts: readonly PostSummary[];
  /** Towards the present. */
  readonly newer: Link | undefined;
  /** Into the past. */
  readonly older: Link | undefined;
}

export interface Tag extends PageAddress {
  readonly name: string;
  readonly feeds: FeedAddresses;
  readonly posts: readonly PostSummary[];
}

export interface Author extends PageAddress {
  readonly name: string;
  readonly feeds: FeedAddresses;
  readonly bio: string | undefined;
  readonly portrait: Picture | undefined;
  /** Profiles elsewhere: `GitHub`, `Mastodon`, `Website`, ... */
  readonly links: readonly Link[];
  readonly posts: readonly PostSummary[];
}

export interface Month extends PageAddress {
  /** `April 2021` */
  readonly title: string;
  /** `April` */
  readonly name: string;
  readonly posts: readonly PostSummary[];
  /** Neighbours among the months with posts. */
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
  /** True for pages that only `--drafts` shows. */
  readonly draft: boolean;
  readonly description: string;
  readonly body: readonly BodyPart[];
  readonly hasCode: boolean;
}
