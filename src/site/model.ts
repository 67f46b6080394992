/** The site model, which templates, feeds and hosts render without computing anything. */
import type { AddedPage } from '../addresses/added-page.ts';
import type { FeedAddresses, ListFeeds, PageAddress } from '../addresses/address.ts';
import type { FixedPages } from '../addresses/fixed-pages.ts';
import type { Icons } from '../addresses/icons.ts';
import type { Asset } from '../addresses/plan.ts';
import type { Redirect, RedirectTable } from '../addresses/redirect.ts';
import type { PostDate } from '../lib/dates.ts';
import type { Cards } from './card-model.ts';
import type { Image } from './image-model.ts';
import type { Words } from '../lib/language/language.ts';
import type { SpellingRules } from '../lib/language/spelling.ts';
import type { LangAttributes } from '../lib/language/tag.ts';
import type { Problem } from '../lib/problem.ts';
import type { Alternate, Edition } from './edition-model.ts';
import type {
  Author,
  AuthorPage,
  HomePage,
  ListPage,
  Month,
  MonthPage,
  Page,
  Series,
  SeriesPage,
  Tag,
  TagIndex,
  TagPage,
  Year,
} from './list-model.ts';
import type { Picture, Post } from './post-model.ts';
import type { Published, PublishedPage } from './published-model.ts';
import type { SiteFacts } from './facts-model.ts';
import type { SitemapEntry, SitemapFile } from './sitemap.ts';
import type { Slots } from './slot-model.ts';

export type {
  AddedPage,
  Asset,
  FeedAddresses,
  FixedPages,
  Icons,
  ListFeeds,
  PageAddress,
  PostDate,
  Redirect,
  RedirectTable,
};
export type { Image, LangAttributes, Words };
export type * from './brand-model.ts';
export type * from './card-model.ts';
export type * from './edition-model.ts';
export type * from './facts-model.ts';
export type * from './list-model.ts';
export type * from './navigation-model.ts';
export type * from './post-model.ts';
export type * from './slot-model.ts';
export type * from './services-model.ts';
export type { Published, PublishedPage, SitemapEntry, SitemapFile };

/** An output file that is not rendered from a template. */
export interface OutputFile {
  /** Below the site's root, decoded. */
  readonly path: string;
  readonly content: string;
}

/** A redirect page. */
export interface Stub extends Redirect {
  /** Of the file, below the site's root, decoded. */
  readonly path: string;
}

/** Configuration of the search page. */
export interface Search {
  /** Of the search index. */
  readonly folder: PageAddress;
  /** Other languages, with an index of their posts that knows the forms of their words. */
  readonly languages: readonly string[];
  /** Spellings that it takes for one word. */
  readonly spelling: SpellingRules;
  /** Number of files with the words of the site. */
  readonly wordFiles: number;
  /** URLs of posts that have a picture, and of a small version of it. */
  readonly pictures: readonly (readonly [post: string, picture: string])[];
}

/** A QR code as a drawing. */
export interface QrCode {
  /** Modules per side. */
  readonly size: number;
  /** The dark modules as the path of an SVG, a unit each. */
  readonly outline: string;
}

/**
 * Everything that templates and outputs need to know of a site. Lists of posts and pages are those of
 * all its editions; what differs by language is that of the main one.
 */
export interface Site {
  /** The languages of the editions: one, unless `languages` are set. */
  readonly languages: readonly string[];
  /** What pages of each language show of the site, the main language first. */
  readonly editions: readonly Edition[];
  /** Languages of the pages outside the main edition, by path. */
  readonly languageAt: ReadonlyMap<string, string>;
  /** By path, pages that exist in several languages: first the original, then its translations. */
  readonly alternates: ReadonlyMap<string, readonly Alternate[]>;
  /** Those that search engines list. */
  readonly listedAlternates: ReadonlyMap<string, readonly Alternate[]>;
  readonly facts: SiteFacts;
  /** UI strings in the language of the site. */
  readonly words: Words;
  readonly fixed: FixedPages;
  /** Feeds of all posts. */
  readonly feeds: FeedAddresses;
  /** Empty feed in place of Blogger's comment feed. */
  readonly commentsFeed: PageAddress | undefined;
  /** Newest first. */
  readonly posts: readonly Post[];
  readonly homePages: readonly HomePage[];
  /** By name, in code-point order of the slug. */
  readonly tags: readonly Tag[];
  readonly tagIndex: TagIndex;
  readonly authors: readonly Author[];
  readonly series: readonly Series[];
  /** The pages that list the series, one for each language that has any. */
  readonly seriesIndex: readonly PageAddress[];
  /** Newest first. */
  readonly years: readonly Year[];
  /** All months of all years, newest first. */
  readonly months: readonly Month[];
  /** Those of each tag; most have one. */
  readonly tagPages: readonly TagPage[];
  readonly authorPages: readonly AuthorPage[];
  readonly seriesPages: readonly SeriesPage[];
  readonly monthPages: readonly MonthPage[];
  /** Those among them that are not the first of their list. */
  readonly furtherPages: readonly ListPage[];
  readonly pages: readonly Page[];
  /** Image of the home page. */
  readonly cover: Picture | undefined;
  /** Texts of the owner that every page shows. */
  readonly slots: Slots;
  /** `content/pages/index.md`, shown on the home page. */
  readonly introduction: Page | undefined;
  /** `content/pages/404.md`, shown on the error page. */
  readonly notFound: Page | undefined;
  /** Pages of templates that the owner has added. */
  readonly addedPages: readonly (PageAddress & AddedPage)[];
  readonly redirects: RedirectTable;
  /** Headers that the preview sends, as hosts do with `hostFiles`. */
  readonly securityHeaders: Readonly<Record<string, string>>;
  /** Those of the editor, instead; absent without one. */
  readonly editorHeaders: Readonly<Record<string, string>> | undefined;
  /** Configuration files of the hosts. */
  readonly hostFiles: readonly OutputFile[];
  /** Text of `robots.txt`. */
  readonly robots: string;
  /** JSON of the web app manifest. */
  readonly manifest: string;
  /** Redirects that the hosts have no rule for. */
  readonly stubs: readonly Stub[];
  readonly assets: readonly Asset[];
  /** The images among the assets. */
  readonly images: readonly Image[];
  /** Absent if disabled. */
  readonly cards: Cards | undefined;
  /** The first is `/sitemap.xml`. */
  readonly sitemaps: readonly SitemapFile[];
  /** Absent if disabled, or if nothing is published. */
  readonly search: Search | undefined;
  /** Maximum number of posts in a feed. */
  readonly feedSize: number;
  /** Whether feeds contain whole posts or summaries. */
  readonly feedContent: 'full' | 'summary';
  /** Whether whole posts end with the comments that they kept from the old blog. */
  readonly feedComments: boolean;
  /** Of the addresses of posts and pages, by path; empty unless they print them. */
  readonly qrCodes: ReadonlyMap<string, QrCode>;
  /** For the next build. */
  readonly published: Published;
  readonly warnings: readonly Problem[];
  /** When the same content makes another site: milliseconds since 1970 UTC, infinite if never. */
  readonly validUntil: number;
}
