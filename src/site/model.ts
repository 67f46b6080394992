/** The site model, which templates, feeds and hosts render without computing anything. */
import type { AddedPage } from '../addresses/added-page.ts';
import type { FeedAddresses, PageAddress } from '../addresses/address.ts';
import type { FixedPages } from '../addresses/fixed-pages.ts';
import type { Icons } from '../addresses/icons.ts';
import type { Asset } from '../addresses/plan.ts';
import type { Redirect, RedirectTable } from '../addresses/redirect.ts';
import type { HomeForm } from '../content/layout-schema.ts';
import type { Licence } from '../content/licence.ts';
import type { PostDate } from '../lib/dates.ts';
import type { Brand } from './brand-model.ts';
import type { Cards } from './card-model.ts';
import type { Image } from './image-model.ts';
import type { Words } from '../lib/language/language.ts';
import type { SpellingRules } from '../lib/language/spelling.ts';
import type { LangAttributes } from '../lib/language/tag.ts';
import type { Problem } from '../lib/problem.ts';
import type { Author, HomePage, Month, Page, Series, Tag, Year } from './list-model.ts';
import type { NavigationEntry } from './navigation-model.ts';
import type { Link, Picture, Post, Preview } from './post-model.ts';
import type { Published, PublishedPage } from './published-model.ts';
import type { Slots } from './slot-model.ts';
import type { Analytics, Newsletter } from './services-model.ts';

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
export type * from './brand-model.ts';
export type * from './card-model.ts';
export type * from './list-model.ts';
export type * from './navigation-model.ts';
export type * from './post-model.ts';
export type * from './slot-model.ts';
export type * from './services-model.ts';
export type { Published, PublishedPage };

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

/** Metadata of the site, mostly from `site.yaml`. */
export interface SiteFacts {
  readonly title: string;
  readonly description: string;
  /** BCP 47, such as `en`. */
  readonly language: string;
  /** Language and country, for link previews: `en_US`. */
  readonly locale: string | undefined;
  /** Attributes of every page's `html` element. */
  readonly siteLang: LangAttributes;
  /** Name of the person or group behind the site. */
  readonly author: string | undefined;
  /** Absolute URL of the SVG icon. */
  readonly icon: string | undefined;
  /** The owner's logo and colours. */
  readonly brand: Brand;
  /** Absolute URL of a bitmap icon, for programs without SVG support. */
  readonly logo: string | undefined;
  /** Fingerprinted paths of stylesheets and scripts, by plain path. */
  readonly hashed: Readonly<Record<string, string>>;
  /** Link preview of pages other than posts. */
  readonly preview: Preview | undefined;
  /** Icons that `public/` has, by name. */
  readonly icons: Icons;
  /** Path that the site lives under, without a slash at the end: `` or `/blog`. */
  readonly basePath: string;
  /** Absolute URL of the home page, with a slash at the end. */
  readonly url: string;
  readonly navigation: readonly NavigationEntry[];
  /** How the home page lists posts. */
  readonly home: HomeForm;
  /** Of posts and pages. */
  readonly licence: Licence | undefined;
  /** Profiles of the site elsewhere. */
  readonly social: readonly Link[];
  /** URL of the WebSub hub that notifies subscribers of new posts. https://www.w3.org/TR/websub/ */
  readonly hub: string | undefined;
  /** Host names of the old blog. */
  readonly legacyHosts: readonly string[];
  /** Never in the preview. */
  readonly analytics: Analytics | undefined;
  readonly newsletter: Newsletter | undefined;
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
}

/** An entry of the sitemap. */
export interface SitemapEntry {
  /** Absolute, percent-encoded. */
  readonly url: string;
  /** W3C date of the last change, if known. */
  readonly lastModified: string | undefined;
  /** Absolute URLs of the images on the page. */
  readonly images: readonly string[];
}

/** Everything that templates and outputs need to know of a site. */
export interface Site {
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
  readonly authors: readonly Author[];
  readonly series: readonly Series[];
  /** The page that lists the series, if there are any. */
  readonly seriesIndex: readonly PageAddress[];
  /** Newest first. */
  readonly years: readonly Year[];
  /** All months of all years, newest first. */
  readonly months: readonly Month[];
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
  readonly sitemap: readonly SitemapEntry[];
  /** Absent if disabled, or if nothing is published. */
  readonly search: Search | undefined;
  /** Maximum number of posts in a feed. */
  readonly feedSize: number;
  /** Whether feeds contain whole posts or summaries. */
  readonly feedContent: 'full' | 'summary';
  /** For the next build. */
  readonly published: Published;
  readonly warnings: readonly Problem[];
}
