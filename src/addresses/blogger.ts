/**
 * The addresses that Blogger makes besides those of posts: archives, labels,
 * pages, feeds and search. What the site or its redirects use already is left
 * to them.
 */
import type { SiteSettings } from '../content/site-schema.ts';
import { foldFile, foldPath } from '../lib/paths.ts';
import { firstMatch } from '../lib/patterns.ts';
import type { Addresses, FeedAddresses, PageAddress } from './address.ts';
import { generatedPattern } from './pattern-redirects.ts';
import {
  inOrder,
  pageRedirect,
  type Owner,
  type PatternRedirect,
  type Redirect,
  type RedirectTable,
  type Targets,
} from './redirect.ts';
import type { Term } from './terms.ts';

/** Pages that old addresses of Blogger lead to. */
export interface BloggerTargets extends Targets {
  /** Paths of the months that have posts: `/2021/04/`. */
  readonly months: readonly string[];
  readonly tags: readonly Term[];
  readonly pages: readonly { readonly slug: string; readonly address: PageAddress }[];
  /** The feeds of all posts. */
  readonly postFeeds: FeedAddresses;
  /** What answers for the feed of comments. */
  readonly comments: PageAddress;
}

/** Whether the site takes the place of a blog on Blogger. */
export function leavesBlogger({ legacy, legacyHosts }: SiteSettings): boolean {
  return legacy === undefined
    ? legacyHosts.some((host) => /\.blogspot\./i.test(host))
    : legacy === 'blogger';
}

/** Stands for a line of the content, as nobody wrote one. */
const BLOGGER: Owner = { file: 'the addresses of Blogger' };

/**
 * The table with Blogger's addresses.
 * @param taken files of the output that the site has without them
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
    ...standingPages(targets),
    ...feeds(targets),
    ...labelFeeds(targets),
  ].filter(({ from }) => free.has(from));
  return {
    exact: inOrder([...table.exact, ...exact]),
    gone: table.gone,
    patterns: [...table.patterns, ...anyArchive(targets, addresses)],
  };
}

/** Archives by the month; those by the week or day begin on other days, which only a pattern tells. */
function archives({ months, titles }: BloggerTargets, addresses: Addresses): Redirect[] {
  return months.map((path) => {
    const [year, month] = path.split('/').filter((part) => part !== '');
    return redirect(`/${year}_${month}_01_archive.html`, addresses.of(path), titles.get(path));
  });
}

/** No pattern may match a page or file: a host would lead away from it. */
function anyArchive(targets: BloggerTargets, addresses: Addresses): PatternRedirect[] {
  return firstMatch(ANY_ARCHIVE.from, [...targets.titles.keys(), ...targets.files]) === undefined
    ? [generatedPattern(ANY_ARCHIVE, targets, addresses)]
    : [];
}

const ANY_ARCHIVE = {
  from: '/:year_:month_:day_archive.html',
  to: '/:year/:month/',
  status: 301,
  owner: BLOGGER,
} as const;

function labels({ tags }: BloggerTargets): Redirect[] {
  return labelled(tags).map(({ label, tag }) => redirect(`/search/label/${label}`, tag, label));
}

/**
 * The labels that an address can hold, each with its tag. Those that differ
 * only in letter case have one tag, as not every host tells them apart.
 */
function labelled(tags: readonly Term[]): { readonly label: string; readonly tag: Term }[] {
  const first = new Map(tags.toReversed().map((tag) => [foldFile(tag.name), tag]));
  return tags
    .filter(({ name }) => !/[\\\p{Cc}]|\/\/|(?:^|\/)\.{1,2}(?:\/|$)/u.test(name))
    .map((own) => ({ label: own.name, tag: first.get(foldFile(own.name)) ?? own }));
}

function standingPages({ pages, titles }: BloggerTargets): Redirect[] {
  return pages.map(({ slug, address }) =>
    redirect(`/p/${slug}.html`, address, titles.get(address.path)),
  );
}

/** Atom, unless RSS is asked for. https://support.google.com/blogger/answer/97933 */
function feeds({ postFeeds: { atom, rss }, comments }: BloggerTargets): Redirect[] {
  const byQuery = { name: 'alt', value: 'rss', to: rss };
  return [
    ...POST_FEEDS.map((from) => ({ ...feedRedirect(from, atom), byQuery })),
    feedRedirect('/feeds/comments/default', comments),
  ];
}

function labelFeeds({ tags }: BloggerTargets): Redirect[] {
  return labelled(tags).flatMap(({ label, tag }) =>
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

/** Which files are not asked for, and lie in no file's way. */
class FreePaths {
  readonly #files: ReadonlySet<string>;
  readonly #folders: ReadonlySet<string>;

  /** @param taken folded names of files */
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
