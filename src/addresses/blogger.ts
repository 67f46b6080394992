/**
 * Redirects for Blogger's own URLs: archives, labels, pages and feeds. Never overrides a path that
 * the site or its redirects use.
 */
import type { SiteSettings } from '../content/site-schema.ts';
import { foldFile, foldPath } from '../lib/paths.ts';
import { firstMatch } from '../lib/patterns.ts';
import type { Addresses, FeedAddresses, PageAddress } from './address.ts';
import { generatedPattern } from './pattern-redirects.ts';
import {
  sortRedirects,
  pageRedirect,
  type Owner,
  type PatternRedirect,
  type Redirect,
  type RedirectTable,
  type Targets,
} from './redirect.ts';
import type { Term } from './taxonomies.ts';

/** Pages that Blogger's URLs can redirect to. */
export interface BloggerTargets extends Targets {
  /** Month archives: `/2021/04/`. */
  readonly months: readonly string[];
  readonly tags: readonly Term[];
  readonly pages: readonly { readonly slug: string; readonly address: PageAddress }[];
  /** Feeds of all posts. */
  readonly postFeeds: FeedAddresses;
  /** Replacement of the comment feed. */
  readonly comments: PageAddress;
}

/** Whether the site replaces a blog on Blogger. */
export function leavesBlogger({ legacy, legacyHosts }: SiteSettings): boolean {
  return legacy === undefined
    ? legacyHosts.some((host) => /\.blogspot\./i.test(host))
    : legacy === 'blogger';
}

/** Owner of redirects that no file defines. */
const BLOGGER: Owner = { file: 'the addresses of Blogger' };

/**
 * Adds redirects from Blogger's URLs to the table.
 * @param taken output files of the site
 */
export function withBlogger(
  table: RedirectTable,
  targets: BloggerTargets,
  taken: Iterable<string>,
  addresses: Addresses,
): RedirectTable {
  const used = [...table.exact, ...table.gone].map(({ from }) => foldPath(from));
  const free = new FreePaths([...[...taken].map(foldFile), ...used]);
  const exact = [
    ...archives(targets, addresses),
    ...labels(targets),
    ...pageRedirects(targets),
    ...feeds(targets),
    ...labelFeeds(targets),
  ].filter(({ from }) => free.has(from));
  return {
    exact: sortRedirects([...table.exact, ...exact]),
    gone: table.gone,
    patterns: [...table.patterns, ...archivePattern(targets, addresses)],
  };
}

/** Monthly archives. Weekly and daily ones start on any day, so they need a pattern. */
function archives({ months, titles }: BloggerTargets, addresses: Addresses): Redirect[] {
  return months.map((path) => {
    const [year, month] = path.split('/').filter((part) => part !== '');
    return redirect(`/${year}_${month}_01_archive.html`, addresses.of(path), titles.get(path));
  });
}

/** Left out if it matches a page or file, which it would hide. */
function archivePattern(targets: BloggerTargets, addresses: Addresses): PatternRedirect[] {
  return firstMatch(ARCHIVE_PATTERN.from, [...targets.titles.keys(), ...targets.files]) ===
    undefined
    ? [generatedPattern(ARCHIVE_PATTERN, targets, addresses)]
    : [];
}

const ARCHIVE_PATTERN = {
  from: '/:year_:month_:day_archive.html',
  to: '/:year/:month/',
  status: 301,
  kind: 'page',
  owner: BLOGGER,
} as const;

function labels({ tags }: BloggerTargets): Redirect[] {
  return labelsOf(tags).map(({ label, tag }) => redirect(`/search/label/${label}`, tag, label));
}

/**
 * Labels that are valid in a URL, with their tags. Labels that differ only in case share a tag,
 * since not every host distinguishes them.
 */
function labelsOf(tags: readonly Term[]): { readonly label: string; readonly tag: Term }[] {
  const first = new Map(tags.toReversed().map((tag) => [foldFile(tag.name), tag]));
  // A tag may have a page in each language.
  const byName = new Map(tags.map((tag) => [tag.name, tag]));
  return [...byName.values()]
    .filter(({ name }) => !/[\\\p{Cc}]|\/\/|(?:^|\/)\.{1,2}(?:\/|$)/u.test(name))
    .map((tag) => ({ label: tag.name, tag: first.get(foldFile(tag.name)) ?? tag }));
}

function pageRedirects({ pages, titles }: BloggerTargets): Redirect[] {
  return pages.map(({ slug, address }) =>
    redirect(`/p/${slug}.html`, address, titles.get(address.path)),
  );
}

/** Atom by default, RSS with `?alt=rss`. https://support.google.com/blogger/answer/97933 */
function feeds({ postFeeds: { atom, rss }, comments }: BloggerTargets): Redirect[] {
  const byQuery = { name: 'alt', value: 'rss', to: rss };
  return [
    ...POST_FEEDS.map((from) => ({ ...feedRedirect(from, atom), byQuery })),
    feedRedirect('/feeds/comments/default', comments),
  ];
}

function labelFeeds({ tags }: BloggerTargets): Redirect[] {
  return labelsOf(tags).flatMap(({ label, tag }) =>
    POST_FEEDS.map((from) => feedRedirect(`${from}/-/${label}`, tag.feeds.atom)),
  );
}

const POST_FEEDS = ['/feeds/posts/default', '/feeds/posts/summary'];

function feedRedirect(from: string, to: PageAddress): Redirect {
  return { ...redirect(from, to), kind: 'feed' };
}

function redirect(from: string, to: PageAddress, title = to.path): Redirect {
  return pageRedirect({ from, to, title, owner: BLOGGER });
}

/** Paths that are not taken and neither contain nor lie below a taken file. */
class FreePaths {
  readonly #files: ReadonlySet<string>;
  readonly #folders: ReadonlySet<string>;

  /** @param taken folded file names */
  constructor(taken: readonly string[]) {
    this.#files = new Set(taken);
    this.#folders = new Set(taken.flatMap(foldersOf));
  }

  has(path: string): boolean {
    const file = foldPath(path);
    return (
      !this.#files.has(file) &&
      !this.#folders.has(file) &&
      foldersOf(file).every((folder) => !this.#files.has(folder))
    );
  }
}

function foldersOf(file: string): string[] {
  const parts = file.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
