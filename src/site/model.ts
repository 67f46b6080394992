/** What templates, feeds and hosts see of a site: everything ready to show, nothing to compute. */
import type { FeedAddresses, PageAddress } from '../addresses/address.ts';
import type { FixedPages } from '../addresses/fixed-pages.ts';
import type { Icons } from '../addresses/icons.ts';
import type { Asset } from '../addresses/plan.ts';
import type { Reference } from '../addresses/references.ts';
import type { Redirect, RedirectTable } from '../addresses/redirect.ts';
import type { PostDate } from '../dates.ts';
import type { Image } from '../images/image.ts';
import type { Words } from '../language/language.ts';
import type { LanguageMark } from '../language/tag.ts';
import type { Problem } from '../problem.ts';

export type {
  Asset,
  FeedAddresses,
  FixedPages,
  Icons,
  PageAddress,
  PostDate,
  Redirect,
  RedirectTable,
};
export type { Image, LanguageMark, Words };

/** A named address. `url` begins with the base path of the site and is percent-encoded. */
export interface Link {
  readonly text: string;
  readonly url: string;
  /** Marks the text where its language is not that of the site. */
  readonly mark?: LanguageMark;
}

/** An item of a table of contents; `url` is a fragment. */
export interface ContentsItem extends Link {
  readonly items: readonly ContentsItem[];
}

/** A post that another one suggests. */
export interface RelatedPost extends Link {
  readonly published: PostDate;
}

/** A person on the byline, with the address of that person's page here. */
export interface Byline {
  readonly name: string;
  readonly url: string;
  /** Absolute. */
  readonly canonical: string;
}

/** What another site shows in a frame, once a reader asks for it. */
export interface Embed {
  /** Absolute address of the frame. */
  readonly frame: string;
  /** Absolute address of a page that shows the same. */
  readonly page: string;
  /** Host of that page, as readers say it: `youtube.com`. */
  readonly site: string;
  readonly title: string;
  /** `video`, `audio`, `document` or `page`. */
  readonly medium: string;
  /** The size of the frame in pixels, as far as its writer gave it. */
  readonly width: number | undefined;
  readonly height: number | undefined;
}

/** An image that a browser chooses from several. */
export interface Picture {
  readonly sources: readonly PictureSource[];
  /** Of the `img`, which is for browsers that can use no source. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Attributes of a `source`. */
export interface PictureSource {
  /** Media type. */
  readonly type: string;
  readonly media: string | undefined;
  readonly srcset: string;
  readonly sizes: string | undefined;
}

/** A part of a body: HTML, or what takes the place of a frame or an image. */
export type Piece = string | Embed | Picture;

/** Things of one kind that a post links to. */
export interface References {
  /** What they are called together: `PEP`. */
  readonly name: string;
  /** In order of mention. */
  readonly items: readonly Reference[];
}

/** A post as lists show it. */
export interface PostSummary extends PageAddress {
  readonly title: string;
  /** BCP 47, such as `en`. */
  readonly language: string;
  /** Marks title and text where their language is not that of the site. */
  readonly textMark: LanguageMark;
  /** Marks what stands among them in the language of the site. */
  readonly wordsMark: LanguageMark;
  readonly published: PostDate;
  /** One or two sentences of text; empty when the post has none. */
  readonly summary: string;
  /** How long it takes to read: whole minutes, at least one. */
  readonly minutes: number;
  /** True for what only `--drafts` shows: unpublished, or dated in the future. */
  readonly draft: boolean;
  /** True for a draft that waits for nothing but its date. */
  readonly scheduled: boolean;
  /** Empty for an anonymous author. */
  readonly authors: readonly Byline[];
  readonly tags: readonly Link[];
}

/** The picture of a link preview. */
export interface Preview {
  /** Absolute address. */
  readonly url: string;
  readonly alt: string;
  /** Pixels and media type, as far as they are known. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
  readonly type: string | undefined;
}

/** A page above another one, up to the home page. */
export interface Crumb {
  readonly name: string;
  /** Absolute address. */
  readonly canonical: string;
}

/** A post as its own page shows it. */
export interface Post extends PostSummary {
  /** The folder's name, or the `slug` that overrides it. */
  readonly slug: string;
  /** Language and country, for link previews: `en_US`. */
  readonly locale: string | undefined;
  /** Set only when it differs from `published`. */
  readonly updated: PostDate | undefined;
  /** The rendered, sanitised body: the only raw HTML of the site. */
  readonly html: string;
  /** The same for its page. */
  readonly body: readonly Piece[];
  /** Whether there is code in it. */
  readonly hasCode: boolean;
  /** Its sections; empty for a post that is short, or has few of them. */
  readonly contents: readonly ContentsItem[];
  /** What it links to, as far as the site knows its name. */
  readonly references: readonly References[];
  /** Never changes once published; the feed's id. */
  readonly guid: string;
  /** Absolute address of the image that its writer chose. */
  readonly image: { readonly url: string; readonly alt: string } | undefined;
  /** That image, or the card of the post. */
  readonly preview: Preview | undefined;
  /** From the home page to the post itself. */
  readonly trail: readonly Crumb[];
  readonly newer: Link | undefined;
  readonly older: Link | undefined;
  /** Posts about the same things, the nearest first; none of them is `newer` or `older`. */
  readonly related: readonly RelatedPost[];
  /** Where it was first published, for information: no link, as the old blog may be gone. */
  readonly original: string | undefined;
}

/** One page of the home page's list. */
export interface HomePage extends PageAddress {
  readonly number: number;
  readonly count: number;
  readonly posts: readonly PostSummary[];
  /** Towards today. */
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
  readonly avatar: string | undefined;
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
  /** The neighbours among the months that have posts. */
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
  /** True for what only `--drafts` shows. */
  readonly draft: boolean;
  readonly description: string;
  readonly body: readonly Piece[];
  readonly hasCode: boolean;
}

/** What the card of a post says: the picture of its link preview. */
export interface Card {
  /** Where it is published, below the site's root, decoded. */
  readonly path: string;
  readonly title: string;
  /** Empty for an anonymous author. */
  readonly byline: string;
  readonly date: string;
}

/** Colours of cards, such as `#fbfaf5`. */
export interface CardColours {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly accent: string;
}

/** The cards of a site, and what is the same on all. */
export interface Cards {
  /** Title of the site. */
  readonly site: string;
  readonly colours: CardColours;
  readonly items: readonly Card[];
}

/** An item of the main navigation. */
export interface NavigationLink extends Link {
  /** True when the link stays on this site. */
  readonly local: boolean;
}

/** A file of the output that no template makes. */
export interface OutputFile {
  /** Below the site's root, decoded. */
  readonly path: string;
  readonly content: string;
}

/** A redirect that is a file. */
export interface Stub extends Redirect {
  /** Where its file lies, below the site's root, decoded. */
  readonly path: string;
}

/** Facts about the site as a whole, from `site.yaml`. */
export interface SiteFacts {
  readonly title: string;
  readonly description: string;
  /** BCP 47, such as `en`. */
  readonly language: string;
  /** Language and country, for link previews: `en_US`. */
  readonly locale: string | undefined;
  /** Attributes of the root of every page. */
  readonly languageMark: LanguageMark;
  /** Name of the person or group behind the site. */
  readonly author: string | undefined;
  /** Absolute address of the site's icon. */
  readonly icon: string | undefined;
  /** That of its icon for programs that take no SVG. */
  readonly logo: string | undefined;
  /** Paths of files of the design under names that change with their content, by their own paths. */
  readonly hashed: Readonly<Record<string, string>>;
  /** What link previews show of pages that are no posts. */
  readonly preview: Preview | undefined;
  /** Icons that `public/` has, by name. */
  readonly icons: Icons;
  /** Path that the site lives under, without a slash at the end: `` or `/blog`. */
  readonly basePath: string;
  /** Absolute address of the home page, with a slash at the end. */
  readonly url: string;
  readonly navigation: readonly NavigationLink[];
  /** Profiles of the site elsewhere. */
  readonly social: readonly Link[];
  /** Address of the WebSub hub that tells subscribers of new posts. https://www.w3.org/TR/websub/ */
  readonly hub: string | undefined;
  /** Host names of the old blog. */
  readonly legacyHosts: readonly string[];
}

/** What a browser needs to know of the search. */
export interface Search {
  /** Where its files are. */
  readonly folder: PageAddress;
  /** Languages of posts besides that of the site, by which there are indexes too. */
  readonly languages: readonly string[];
}

/** An entry of the sitemap. */
export interface SitemapEntry {
  /** Absolute, percent-encoded. */
  readonly url: string;
  /** W3C date of the last change; absent where none is known. */
  readonly lastModified: string | undefined;
  /** Absolute addresses of the images on the page. */
  readonly images: readonly string[];
}

/** What a site is made of, as plain data. */
export type SiteParts = { readonly [Part in keyof Site]: Site[Part] };

/** What a site is made of; the class keeps Eleventy from copying it for every page. */
export class Site {
  readonly facts: SiteFacts;
  /** What pages and feeds say besides the content, in the language of the site. */
  readonly words: Words;
  readonly fixed: FixedPages;
  /** The feeds of all posts. */
  readonly feeds: FeedAddresses;
  /** Feed without entries of a blog that has left its comments on Blogger. */
  readonly commentsFeed: PageAddress | undefined;
  /** Newest first. */
  readonly posts: readonly Post[];
  readonly homePages: readonly HomePage[];
  /** By name, in code-point order of the slug. */
  readonly tags: readonly Tag[];
  readonly authors: readonly Author[];
  /** Newest first. */
  readonly years: readonly Year[];
  /** All months of all years, newest first. */
  readonly months: readonly Month[];
  readonly pages: readonly Page[];
  readonly redirects: RedirectTable;
  /** Files that the hosts of the site read. */
  readonly hostFiles: readonly OutputFile[];
  /** Redirects that a host has no rule for: each needs a file. */
  readonly stubs: readonly Stub[];
  readonly assets: readonly Asset[];
  /** Those of the assets that are images. */
  readonly images: readonly Image[];
  /** Pictures to draw; absent where none are wanted. */
  readonly cards: Cards | undefined;
  readonly sitemap: readonly SitemapEntry[];
  /** Absent when nobody wants it, or when there is nothing to be found. */
  readonly search: Search | undefined;
  /** How many posts a feed holds at most. */
  readonly feedSize: number;
  /** Whether feeds hold whole posts or summaries alone. */
  readonly feedContent: 'full' | 'summary';
  /** What the writer should know, though the site could be built. */
  readonly warnings: readonly Problem[];

  constructor(parts: SiteParts) {
    this.facts = parts.facts;
    this.words = parts.words;
    this.fixed = parts.fixed;
    this.feeds = parts.feeds;
    this.commentsFeed = parts.commentsFeed;
    this.posts = parts.posts;
    this.homePages = parts.homePages;
    this.tags = parts.tags;
    this.authors = parts.authors;
    this.years = parts.years;
    this.months = parts.months;
    this.pages = parts.pages;
    this.redirects = parts.redirects;
    this.hostFiles = parts.hostFiles;
    this.stubs = parts.stubs;
    this.assets = parts.assets;
    this.images = parts.images;
    this.cards = parts.cards;
    this.sitemap = parts.sitemap;
    this.search = parts.search;
    this.feedSize = parts.feedSize;
    this.feedContent = parts.feedContent;
    this.warnings = parts.warnings;
  }
}
