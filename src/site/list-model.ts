/** Model types of pages and lists of posts. */
import type { ListFeeds, PageAddress } from '../addresses/address.ts';
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

/** Consecutive posts of a year; `url` is that of the year. */
export interface PostsOfYear extends Link {
  readonly posts: readonly PostSummary[];
}

/** The post that opens the home page. */
export interface LeadPost {
  readonly post: PostSummary;
  /** As wide as the page; absent below the cover of the site. */
  readonly picture: Picture | undefined;
  readonly portraits: readonly Picture[];
}

/** A link of a pagination. */
export interface PageNumber {
  readonly number: number;
  readonly url: string;
  readonly isCurrent: boolean;
}

/** A page of a list, and its links to the others. */
export interface Paginated extends PageAddress {
  readonly number: number;
  readonly count: number;
  /** Links to the first, the last and the nearest pages; `gap` stands for those between. */
  readonly numbers: readonly (PageNumber | 'gap')[];
  readonly newer: Link | undefined;
  readonly older: Link | undefined;
}

/** A page of the paginated home page. */
export interface HomePage extends Paginated {
  readonly posts: readonly IllustratedPost[];
  /** The first of the posts, on the first page of `home: lead`. */
  readonly lead: LeadPost | undefined;
  /** The same posts for `home: list`; else empty. */
  readonly years: readonly PostsOfYear[];
}

/** A page of the posts of a tag, an author, a series or a month. The first is at the address of the list. */
export interface ListPage extends Paginated {
  readonly list: Tag | Author | Series | Month;
  /** Those on the page. */
  readonly posts: readonly PostSummary[];
}

export interface TagPage extends ListPage {
  readonly list: Tag;
  readonly years: readonly PostsOfYear[];
}

export interface AuthorPage extends ListPage {
  readonly list: Author;
  readonly years: readonly PostsOfYear[];
}

export interface SeriesPage extends ListPage {
  readonly list: Series;
  readonly parts: readonly SeriesPart[];
}

export interface MonthPage extends ListPage {
  readonly list: Month;
  readonly posts: readonly IllustratedPost[];
}

export interface Tag extends PageAddress {
  readonly name: string;
  readonly description: string | undefined;
  readonly feeds: ListFeeds;
  readonly posts: readonly PostSummary[];
}

/** The tags in the order of the page that lists them. */
export interface TagIndex {
  /** By number of posts, then by name. */
  readonly frequent: readonly Tag[];
  /** Tags of a single post by name, if they would crowd the others out. */
  readonly single: readonly Tag[];
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
  readonly feeds: ListFeeds;
  /** Newest first. */
  readonly posts: readonly PostSummary[];
  /** In the order to read them. */
  readonly parts: readonly SeriesPart[];
}

export interface Author extends PageAddress {
  readonly name: string;
  /** First letter of the name, in place of a portrait. */
  readonly initial: string;
  readonly feeds: ListFeeds;
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
  readonly posts: readonly IllustratedPost[];
  /** Adjacent months with posts. */
  readonly newer: Link | undefined;
  readonly older: Link | undefined;
}

/** How the archive shows a year: with its titles, with its titles folded, or by months alone. */
export type YearForm = 'open' | 'folded' | 'months';

export interface Year extends PageAddress {
  /** `2021` */
  readonly title: string;
  readonly posts: readonly PostSummary[];
  /** Newest first. */
  readonly months: readonly Month[];
  /** Whether its page lists the posts; that of a year with very many lists the months alone. */
  readonly listsPosts: boolean;
  readonly inArchive: YearForm;
  /** Id of its first titles in the archive. */
  readonly anchor: string;
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
