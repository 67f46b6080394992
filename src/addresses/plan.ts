/** Assigns a URL to everything on the site and checks for collisions before rendering. */
import { basename } from 'node:path';
import type { Content, PageEntry, PostEntry } from '../content/entries.ts';
import { HASHED_FOLDER } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { AddedPage } from './added-page.ts';
import type { Asset } from './asset.ts';
import type { Addresses, FeedAddresses, PageAddress } from './address.ts';
import { leavesBlogger, withBlogger } from './blogger.ts';
import { fileOf, findCollisions } from './collisions.ts';
import { planEditions, type PlannedEditions } from './editions.ts';
import { isMergedPage, type FixedPages } from './fixed-pages.ts';
import { formerFeeds, withAtomTargets, withFormerFeeds } from './former-feeds.ts';
import { iconsOf, type Icons } from './icons.ts';
import {
  addedPaths,
  attachmentPaths,
  avatarPaths,
  cardPaths,
  editionPaths,
  entryPaths,
  filePath,
  outputPath,
  outputPaths,
  ownPaths,
  redirectPaths,
  searchPaths,
} from './output-paths.ts';
import {
  planPages,
  planPosts,
  type Planned,
  type PlannedPost,
  type PlanOptions,
} from './plan-entries.ts';
import {
  legacyAddresses,
  preservedAddresses,
  type PreservedAddress,
  type RedirectTable,
} from './redirect.ts';
import { redirectTable } from './redirects.ts';
import { linkTable, type LinkTable } from './resolver.ts';
import { titlesOf } from './titles.ts';
import { hasKnownAddress, unresolvedTargets, unresolvedTest } from './unresolved.ts';

export type { Asset };

/** URLs of everything on the site. */
export interface Plan {
  /** Newest first. */
  readonly posts: readonly PlannedPost[];
  readonly pages: readonly Planned<PageEntry>[];
  /** `pages/index.md` and `pages/de/index.md`, shown on the home pages. */
  readonly introductions: readonly Planned<PageEntry>[];
  /** `pages/404.md`, shown on the error page. */
  readonly notFound: Planned<PageEntry> | undefined;
  /** All of these: everything that has a body. */
  readonly entries: readonly Planned<PostEntry | PageEntry>[];
  /** Posts and pages that are not published yet. */
  readonly unpublished: readonly Planned<PostEntry | PageEntry>[];
  /** Pages of templates that the owner has added. */
  readonly addedPages: readonly (PageAddress & AddedPage)[];
  readonly editions: PlannedEditions['all'];
  readonly languageFor: PlannedEditions['languageFor'];
  readonly editionOf: PlannedEditions['editionOf'];
  /** Of the main edition. */
  readonly fixed: FixedPages;
  readonly searchFolder: PageAddress;
  /** Social card of everything but posts. */
  readonly siteCard: PageAddress;
  /** Feeds of all posts of the main edition. */
  readonly feeds: FeedAddresses;
  /** Empty feed that replaces the comment feed of a blog moved from Blogger. */
  readonly commentsFeed: PageAddress | undefined;
  readonly icons: Icons;
  readonly redirects: RedirectTable;
  /** Legacy addresses that posts and pages still have. */
  readonly preserved: readonly PreservedAddress[];
  /** Page titles by path. */
  readonly titles: ReadonlyMap<string, string>;
  readonly links: LinkTable;
  /** Whether a path may exist once the invalid fields are fixed. */
  readonly isUnresolved: (path: string) => boolean;
}

const SITE_CARD = '/card.png';

/** Plans the URLs of the site and reports every collision. */
export function planSite(
  content: Content,
  options: PlanOptions,
  publicFiles: readonly Asset[],
  addresses: Addresses,
  problems: Problems,
): Plan {
  const { settings } = content;
  const { addedPages = [], earlier = new Set<string>() } = options;
  const { published: posts, unpublished } = planPosts(content, options, addresses);
  const planned = planEditions(posts, content, addresses, problems);
  const { all: editions, languageFor, editionOf } = planned;
  const { fixed, feeds } = planned.main;
  const homes = editions.map((edition) => edition.fixed.home);
  const pageEntries = planPages(content, options, fixed, homes, addresses);
  const { pages, introductions, notFound } = pageEntries;
  const entries = [...posts, ...pages];
  const fixedEntries = [...introductions, ...(notFound === undefined ? [] : [notFound])];
  const searchFolder = addresses.of('/pagefind/');
  const commentsFeed = leavesBlogger(settings)
    ? addresses.feedsBelow('/comments/').atom
    : undefined;
  const feedPaths = editions
    .flatMap((edition) => [edition, ...edition.tags, ...edition.authors, ...edition.series])
    .flatMap((list) => Object.values(list.feeds))
    .concat(commentsFeed)
    .flatMap((feed) => feed?.path ?? []);

  // The other posts get another URL once their invalid fields are fixed.
  const located = posts.filter(({ entry }) => hasKnownAddress(entry, content));
  const pagePaths = [
    ...editions.flatMap((edition) => editionPaths(edition, new Set(located), settings.pageSize)),
    ...searchPaths(searchFolder),
    ...outputPaths(feedPaths, 'a feed'),
    ...entryPaths(located, 'the post'),
    ...entryPaths(pages, 'the page'),
    ...addedPaths(addedPages),
  ];
  const filePaths = [
    ...ownPaths(SITE_CARD, settings.editor !== undefined),
    ...publicFiles
      .filter(({ path }) => !isMergedPage(path, fixed))
      .map(({ path, source }) => filePath(path, 'the file', source)),
    ...attachmentPaths([...located, ...pages, ...fixedEntries]),
    ...editions.flatMap(({ authors }) => avatarPaths(content.authors, authors)),
    ...cardPaths(located),
  ];
  const titles = titlesOf(pagePaths, entries, addedPages);
  for (const target of unresolvedTargets(content)) titles.set(target, target);

  const targets = { titles, feeds: new Set(feedPaths), files: pathsOf(filePaths) };
  const paths = [
    ...pagePaths,
    ...filePaths,
    outputPath(HASHED_FOLDER, 'the folder of hashed files'),
  ];
  const legacy = [...legacyAddresses([...entries, ...fixedEntries]), ...planned.legacy];
  const former = formerFeeds(
    editions.map(({ root }) => root),
    settings.feeds,
  );
  const rules = withAtomTargets(content.redirects, former);
  const written = redirectTable(legacy, rules, targets, addresses, problems);
  const ownRedirects = withFormerFeeds(written, former, targets, earlier, addresses);
  const redirects =
    commentsFeed === undefined
      ? ownRedirects
      : withBlogger(
          ownRedirects,
          {
            ...targets,
            months: pathsOf(pagePaths).filter((path) => /^\/\d{4}\/\d\d\/$/.test(path)),
            tags: editions.flatMap(({ tags }) => tags),
            pages: pages.map(({ entry, address }) => ({ slug: entry.slug, address })),
            postFeeds: feeds,
            comments: commentsFeed,
          },
          paths.map(fileOf),
          addresses,
        );
  findCollisions([...paths, ...redirectPaths(redirects)], problems);

  const preserved = preservedAddresses(entries);
  const links = linkTable({
    basePath: addresses.basePath,
    origin: addresses.origin,
    hosts: [settings.url, addresses.origin].map((url) => new URL(url).host),
    legacyHosts: settings.legacyHosts,
    ...{ redirects, preserved },
    pages: new Set(titles.keys()),
    posts: new Map(posts.map(({ entry, address }) => [basename(entry.folder), address.url])),
    references: [...settings.references, ...settings.shippedReferences],
  });
  const publicFile = (path: string): PageAddress | undefined =>
    publicFiles.some((file) => file.path === path) ? addresses.of(path) : undefined;
  return {
    ...{ posts, pages, introductions, notFound, editions, languageFor, editionOf },
    ...{ fixed, searchFolder, feeds, commentsFeed },
    entries: [...entries, ...fixedEntries],
    unpublished: [...unpublished, ...pageEntries.unpublished],
    addedPages: addedPages.map((page) => ({ ...page, ...addresses.of(page.path) })),
    siteCard: addresses.of(SITE_CARD),
    icons: iconsOf(publicFile),
    ...{ redirects, preserved, titles, links },
    isUnresolved: unresolvedTest(content),
  };
}

function pathsOf(items: readonly { readonly path: string }[]): string[] {
  return items.map(({ path }) => path);
}
