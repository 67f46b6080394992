/** Who gets which address: every path of the site is known, and checked, before anything is rendered. */
import { basename } from 'node:path';
import type { Content, PageEntry, PostEntry } from '../content/entries.ts';
import { HASHED } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { AddedPage } from './added-page.ts';
import type { Addresses, FeedAddresses, PageAddress } from './address.ts';
import { leavesBlogger, withBlogger } from './blogger.ts';
import {
  addedClaims,
  archiveClaims,
  cardClaims,
  claim,
  entryClaims,
  fileClaim,
  fileClaims,
  pageClaims,
  portraitClaims,
  redirectClaims,
  searchClaims,
} from './claims.ts';
import { fileOf, findCollisions, type Claim } from './collisions.ts';
import { unresolvedTargets, hasKnownAddress } from './unresolved.ts';
import { fixedPages, type FixedPages } from './fixed-pages.ts';
import { iconsOf, type Icons } from './icons.ts';
import { byDate } from './order.ts';
import { permalink } from './permalinks.ts';
import { keptAddresses, type Addressed, type Kept, type RedirectTable } from './redirect.ts';
import { redirectTable } from './redirects.ts';
import { linkTable, type LinkTable } from './resolver.ts';
import { authorTerms, tagTerms, type Term } from './terms.ts';

/** A post or page that the site shows. */
export interface Planned<Entry extends PostEntry | PageEntry> extends Addressed<Entry> {
  /** True for what only `--drafts` shows. */
  readonly draft: boolean;
}

/** A post, and where its picture for link previews is. */
export interface PlannedPost extends Planned<PostEntry> {
  readonly card: PageAddress;
}

/** Addresses of everything that the site shows. */
export interface Plan {
  /** Newest first. */
  readonly posts: readonly PlannedPost[];
  readonly pages: readonly Planned<PageEntry>[];
  /** Pages of templates that the owner has added. */
  readonly addedPages: readonly (PageAddress & AddedPage)[];
  readonly tags: readonly Term[];
  readonly authors: readonly Term[];
  readonly fixed: FixedPages;
  /** Where the files of the search are, if there is one. */
  readonly searchFolder: PageAddress;
  /** Picture for previews of what is no post. */
  readonly siteCard: PageAddress;
  /** The feeds of all posts. */
  readonly feeds: FeedAddresses;
  /** Feed without entries of a blog that has left its comments on Blogger. */
  readonly commentsFeed: PageAddress | undefined;
  readonly icons: Icons;
  readonly redirects: RedirectTable;
  /** Old addresses that are still those of their posts and pages. */
  readonly kept: readonly Kept[];
  /** Title of every page of the site, by its path. */
  readonly titles: ReadonlyMap<string, string>;
  /** How links in bodies are resolved. */
  readonly links: LinkTable;
}

export interface PlanOptions {
  readonly drafts: boolean;
  /** Milliseconds since 1970 UTC; a post dated later lies in the future. */
  readonly now: number;
  /** Pages of templates that the owner has added. */
  readonly addedPages?: readonly AddedPage[];
}

/** A file that is published as it is. */
export interface Asset {
  /** Where it is read from. */
  readonly source: string;
  /** Where it goes, below the site's root, decoded. */
  readonly path: string;
  /** Whether it belongs to the design, which may do what posts may not. */
  readonly isOwn?: boolean;
  /** Whether it is shown as the portrait of an author. */
  readonly isPortrait?: boolean;
  /** What is written in the place of what is read. */
  readonly content?: string;
}

/** Plans the addresses of what is to be shown, and adds a problem for every clash. */
export function planSite(
  content: Content,
  options: PlanOptions,
  publicFiles: readonly Asset[],
  addresses: Addresses,
  problems: Problems,
): Plan {
  const { settings } = content;
  const { addedPages = [] } = options;
  const posts = content.posts
    .map((entry) => {
      const path = permalink(settings.permalink, entry);
      return {
        entry,
        address: addresses.of(path),
        card: addresses.of(cardPath(path)),
        draft: !entry.fields.published || entry.fields.publishDate.instant > options.now,
      };
    })
    .filter(({ draft }) => options.drafts || !draft)
    .toSorted(byDate);
  const pages = content.pages
    .filter(({ fields }) => options.drafts || fields.published)
    .map((entry) => ({
      entry,
      address: addresses.of(`/${entry.slug}/`),
      draft: !entry.fields.published,
    }));
  const entries = posts.map(({ entry }) => entry);
  // The others will have another address, once what is wrong with them is mended.
  const placed = posts.filter(({ entry }) => hasKnownAddress(entry, content));
  const terms = {
    tags: tagTerms(entries, addresses),
    authors: authorTerms(entries, settings.anonymousAuthors, addresses),
  };
  const fixed = fixedPages(addresses);
  const searchFolder = addresses.of('/pagefind/');
  const feeds = addresses.feedsBelow('/');
  const commentsFeed = leavesBlogger(settings)
    ? addresses.feedsBelow('/comments/').atom
    : undefined;
  const feedPaths = [{ feeds }, ...terms.tags, ...terms.authors]
    .flatMap((list) => Object.values(list.feeds))
    .concat(commentsFeed ?? [])
    .map(({ path }) => path);

  const own = [
    ...pageClaims(Object.values(fixed)),
    ...searchClaims(searchFolder),
    ...archiveClaims(
      placed.map(({ entry }) => entry),
      settings.pageSize,
    ),
    ...[...terms.tags, ...terms.authors].map(({ path }) => claim(path, 'a list of posts')),
    ...feedPaths.map((path) => claim(path, 'a feed')),
    ...entryClaims(placed, 'the post'),
    ...entryClaims(pages, 'the page'),
    ...addedClaims(addedPages),
  ];
  const titles = titlesOf(own, [...posts, ...pages], addedPages);
  for (const target of unresolvedTargets(content)) titles.set(target, target);
  const files = [
    ...publicFiles.map(({ path, source }) => fileClaim(path, 'the file', source)),
    ...fileClaims([...placed, ...pages]),
    ...portraitClaims(content.authors, terms.authors),
    ...cardClaims(placed),
    claim(SITE_CARD, 'a picture'),
  ];
  const claims = [...own, ...files, claim(HASHED, 'the folder of files that never change')];
  const targets = {
    titles,
    feeds: new Set(feedPaths),
    files: files.map(({ path }) => path),
  };
  const asked = redirectTable(
    [...posts, ...pages],
    content.redirects,
    targets,
    addresses,
    problems,
  );
  const redirects =
    commentsFeed === undefined
      ? asked
      : withBlogger(
          asked,
          {
            ...targets,
            months: own.map(({ path }) => path).filter((path) => /^\/\d{4}\/\d\d\/$/.test(path)),
            tags: terms.tags,
            pages: pages.map(({ entry, address }) => ({ slug: entry.slug, address })),
            postFeeds: feeds,
            comments: commentsFeed,
          },
          claims.map(fileOf),
          addresses,
        );
  findCollisions([...claims, ...redirectClaims(redirects)], problems);
  const kept = keptAddresses([...posts, ...pages]);
  const links = linkTable({
    basePath: addresses.basePath,
    origin: addresses.origin,
    legacyHosts: settings.legacyHosts,
    redirects,
    kept,
    pages: new Set(titles.keys()),
    posts: new Map(posts.map(({ entry, address }) => [basename(entry.folder), address.url])),
    references: [...settings.references, ...settings.shippedReferences],
  });
  const published = (path: string): PageAddress | undefined =>
    publicFiles.some((file) => file.path === path) ? addresses.of(path) : undefined;
  return {
    ...{ posts, pages, ...terms, fixed, searchFolder, feeds, commentsFeed },
    addedPages: addedPages.map((page) => ({ ...page, ...addresses.of(page.path) })),
    siteCard: addresses.of(SITE_CARD),
    icons: iconsOf(published),
    ...{ redirects, kept, titles, links },
  };
}

const SITE_CARD = '/card.png';

/** Of a post at `/2021/04/hello/`: `/cards/2021/04/hello.png`. */
function cardPath(path: string): string {
  return `/cards${path.replace(/\/$/, '')}.png`;
}

/** What a redirect may lead to, and what to call it. */
function titlesOf(
  own: readonly Claim[],
  entries: readonly Addressed[],
  added: readonly AddedPage[],
): Map<string, string> {
  return new Map([
    ...own.map(({ path }): [string, string] => [path, path]),
    ...added.map(({ path, title }): [string, string] => [path, title]),
    ...entries.map(({ entry, address }): [string, string] => [address.path, entry.fields.title]),
  ]);
}
