/** What to ask a running site for, and what must come of it: plain data. */
import { encodePath } from '../lib/paths.ts';
import type { PageAddress, Redirect, Site } from '../site/model.ts';
import { percentEncoded } from './variants.ts';

/** Everything that is asked of one site. */
export interface VerifyPlan {
  /** Address of the home page, with a slash at the end. */
  readonly home: string;
  readonly expectations: readonly Expectation[];
}

/** An address, and what must answer there. */
export type Expectation = Asked & (ExpectedPage | ExpectedFeed | { readonly kind: OtherKind });

interface Asked {
  /** Absolute, percent-encoded. */
  readonly address: string;
  /** An address of the old blog: hops are what it is there for. */
  readonly isLegacy: boolean;
  /** Whether the address has moved for good, so that search engines must hear of it. */
  readonly isPermanent: boolean;
  /** Whether the address may be unknown to the site: 404 is then no failure. */
  readonly mayBeAbsent: boolean;
}

interface ExpectedPage {
  readonly kind: 'page';
  /** Addresses that the page may have, absolute: where a reader must arrive, and what it must call itself. */
  readonly page: readonly string[];
}

interface ExpectedFeed {
  readonly kind: 'feed';
  /** Ids of its items, the newest first; where there is no room the last ones are left out. */
  readonly ids: readonly string[];
}

/** `file` is no page; at `gone` nothing will stand again, at `absent` nothing ever stood. */
type OtherKind = 'file' | 'gone' | 'absent';

export interface PlanOptions {
  /** Whether to ask for old addresses as readers also write them: `?m=1`, other letter case, other encoding. */
  readonly variants?: boolean;
  /** Whether old addresses must answer in other letter case too; not every host can. */
  readonly letterCase?: boolean;
}

/** An address that no site has. */
const NOWHERE = '/no-page-has-this-address/';

/**
 * The plan for a site that was built from this model.
 * @param home address at which the site runs, wherever that is
 */
export function verifyPlan(site: Site, home: string, options: PlanOptions = {}): VerifyPlan {
  const { redirects } = site;
  // What is none of these is a file.
  const {
    home: _home,
    tags,
    authors,
    archive,
    subscribe,
    search,
    notFound: _notFound,
    ...files
  } = site.fixed;
  const planner = new Planner(site, home, options);
  const old = [...redirects.exact, ...redirects.patterns.flatMap(({ known }) => known)];
  return {
    home: `${planner.root}/`,
    expectations: [
      ...[...listedPages(site), tags, authors, archive, subscribe, search].flatMap((address) =>
        planner.page(address),
      ),
      ...planner.feeds(),
      ...Object.values(files).map(({ path }) => planner.other('file', path)),
      planner.other('absent', NOWHERE),
      ...old.flatMap((redirect) => planner.legacy(redirect)),
      ...redirects.gone.map(({ from }) => planner.other('gone', from)),
    ],
  };
}

/** Makes the expectations of one site. */
class Planner {
  /** Address of the home page, without a slash at the end. */
  readonly root: string;
  readonly #options: PlanOptions;
  /** What each feed holds, by its path. */
  readonly #feeds: ReadonlyMap<string, ExpectedFeed>;

  constructor(site: Site, home: string, options: PlanOptions) {
    this.root = home.replace(/\/+$/, '');
    this.#options = options;
    this.#feeds = expectedFeeds(site);
  }

  page(address: PageAddress): Expectation[] {
    const { path } = address;
    const expectation = { ...this.#current(path), ...this.#pageAt(address) };
    return [expectation, ...(isOldShape(path) ? this.#variants(path, expectation) : [])];
  }

  feeds(): Expectation[] {
    return [...this.#feeds].map(([path, feed]) => ({ ...this.#current(path), ...feed }));
  }

  other(kind: OtherKind, path: string): Expectation {
    return { ...this.#current(path), isLegacy: kind === 'gone', kind };
  }

  legacy({ from, to, kind, status }: Redirect): Expectation[] {
    const expectation = {
      ...this.#current(from),
      isLegacy: true,
      isPermanent: status === 301 || status === 308,
      ...(kind === 'feed' ? this.#feedAt(to) : this.#pageAt(to)),
    };
    return [expectation, ...this.#variants(from, expectation)];
  }

  #current(path: string): Asked {
    return { address: this.#at(path), isLegacy: false, isPermanent: false, mayBeAbsent: false };
  }

  #pageAt({ path, canonical }: PageAddress): ExpectedPage {
    return { kind: 'page', page: [this.#at(path), canonical] };
  }

  #feedAt({ path }: PageAddress): ExpectedFeed {
    return this.#feeds.get(path) ?? { kind: 'feed', ids: [] };
  }

  /** The same in other words, when that is wished. */
  #variants(path: string, expectation: Expectation): Expectation[] {
    const { variants = false, letterCase = false } = this.#options;
    if (!variants) return [];
    const { address, kind } = expectation;
    const upper = this.#at(path.toUpperCase());
    return [...(kind === 'page' ? [`${address}?m=1`] : []), this.root + percentEncoded(path), upper]
      .filter((variant) => variant !== address)
      .map((variant) => ({
        ...expectation,
        address: variant,
        isLegacy: true,
        mayBeAbsent: variant === upper && !letterCase,
      }));
  }

  #at(path: string): string {
    return this.root + encodePath(path);
  }
}

/** Whether a page stands where it stood on the old blog. */
function isOldShape(path: string): boolean {
  return path.endsWith('.html');
}

/** Pages of which there may be many, the home page among them. */
function listedPages(site: Site): PageAddress[] {
  const { homePages, posts, pages, addedPages, tags, authors, years, months } = site;
  return [
    ...homePages,
    ...posts,
    ...pages,
    ...addedPages,
    ...tags,
    ...authors,
    ...years,
    ...months,
  ];
}

/** The feeds of the site, its tags and its authors, in every format, and that of the comments. */
function expectedFeeds({
  posts,
  feeds,
  feedSize,
  tags,
  authors,
  commentsFeed,
}: Site): Map<string, ExpectedFeed> {
  const ids = new Map(posts.map(({ path, guid }) => [path, guid]));
  const found = [{ feeds, posts }, ...tags, ...authors].flatMap((list) => {
    const newest = list.posts.filter(({ draft }) => !draft).slice(0, feedSize);
    const feed: ExpectedFeed = {
      kind: 'feed',
      ids: newest.flatMap(({ path }) => ids.get(path) ?? []),
    };
    return Object.values(list.feeds).map(({ path }): [string, ExpectedFeed] => [path, feed]);
  });
  const expected = new Map(found);
  if (commentsFeed !== undefined) expected.set(commentsFeed.path, { kind: 'feed', ids: [] });
  return expected;
}
