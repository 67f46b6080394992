/** What templates, feeds and hosts see of a site: everything ready to show, nothing to compute. */
import type { AddedPage } from '../addresses/added-page.ts';
import type { FeedAddresses, PageAddress } from '../addresses/address.ts';
import type { FixedPages } from '../addresses/fixed-pages.ts';
import type { Icons } from '../addresses/icons.ts';
import type { Asset } from '../addresses/plan.ts';
import type { Redirect, RedirectTable } from '../addresses/redirect.ts';
import type { PostDate } from '../lib/dates.ts';
import type { Image } from './image-model.ts';
import type { Words } from '../lib/language/language.ts';
import type { LangAttributes } from '../lib/language/tag.ts';
import type { Problem } from '../lib/problem.ts';
import type { Author, HomePage, Month, Page, Tag, Year } from './list-model.ts';
import type { Link, Post, Preview } from './post-model.ts';

export type {
  AddedPage,
  Asset,
  FeedAddresses,
  FixedPages,
  Icons,
  PageAddress,
  PostDate,
  Redirect,
  RedirectTable,
};
export type { Image, LangAttributes, Words };
export type * from './list-model.ts';
export type * from './post-model.ts';

/** Texts of a social card, the image of a link preview. */
export interface Card {
  /** Where it is published, below the site's root, decoded. */
  readonly path: string;
  readonly title: string;
  /** Empty for an anonymous author. */
  readonly byline: string;
  readonly date: string;
}

/** Colours of social cards, such as `#fbfaf5`. */
export interface CardColours {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly accent: string;
}

/** What the site's design gives to its social cards. */
export interface CardDesign {
  readonly colours: CardColours;
  /** SVG; `undefined` for none. */
  readonly logo: string | undefined;
}

/** The social cards of a site, and what all of them share. */
export interface Cards extends CardDesign {
  /** Title of the site. */
  readonly site: string;
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
  readonly siteLang: LangAttributes;
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
  /** Pages of templates that the owner has added. */
  readonly addedPages: readonly (PageAddress & AddedPage)[];
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
    this.addedPages = parts.addedPages;
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
