/** Lists the URLs of a site and what each must serve. */
import { encodePath } from '../lib/paths.ts';
import type { PageAddress, Redirect, Site } from '../site/model.ts';
import { percentEncoded } from './url-variants.ts';

export interface VerifyPlan {
  /** URL of the home page, with a trailing slash. */
  readonly home: string;
  readonly expectations: readonly Expectation[];
}

/** A URL and what it must serve. */
export type Expectation = Request & (ExpectedPage | ExpectedFeed | { readonly kind: OtherKind });

interface Request {
  /** Absolute, percent-encoded. */
  readonly address: string;
  /** Whether it is an old address, which may redirect once. */
  readonly isLegacy: boolean;
  /** Whether the redirect must be permanent, for search engines. */
  readonly isPermanent: boolean;
  /** Whether 404 is fine too. */
  readonly allows404: boolean;
}

interface ExpectedPage {
  readonly kind: 'page';
  /** Valid final and canonical URLs, absolute. */
  readonly page: readonly string[];
}

interface ExpectedFeed {
  readonly kind: 'feed';
  /** Item IDs, newest first. A feed that is too large drops the last ones. */
  readonly ids: readonly string[];
}

/** `gone` was removed for good; `absent` never existed. */
type OtherKind = 'file' | 'gone' | 'absent';

export interface PlanOptions {
  /** Whether to request old addresses also with `?m=1`, in upper case and in other encodings. */
  readonly variants?: boolean;
  /** Whether old addresses must work in upper case; not every host can do that. */
  readonly letterCase?: boolean;
}

/** A path that no site has. */
const UNKNOWN_PATH = '/no-page-has-this-address/';

/**
 * The plan for a site built from this model.
 * @param home URL at which the site is deployed
 */
export function verifyPlan(site: Site, home: string, options: PlanOptions = {}): VerifyPlan {
  const { fixed, redirects } = site;
  const { opml, feedNote, robots, manifest, llms, notFoundIndex } = fixed;
  const files = [opml, feedNote, ...site.sitemaps, robots, manifest, llms, notFoundIndex];
  const indexes = site.editions.flatMap((edition) => [
    edition.fixed.tags,
    edition.fixed.authors,
    edition.fixed.archive,
    edition.fixed.subscribe,
    edition.fixed.search,
  ]);
  const { homePages, posts, pages, addedPages, years, months, furtherPages } = site;
  const planner = new Planner(site, home, options);
  const lists = [...site.tags, ...site.authors, ...site.series, ...site.seriesIndex];
  const listed = [...homePages, ...posts, ...pages, ...addedPages, ...lists];
  const old = [...redirects.exact, ...redirects.patterns.flatMap(({ known }) => known)];
  return {
    home: `${planner.root}/`,
    expectations: [
      ...[...listed, ...years, ...months, ...furtherPages, ...indexes].flatMap((address) =>
        planner.page(address),
      ),
      ...planner.feeds(),
      ...files.map(({ path }) => planner.other('file', path)),
      planner.other('absent', UNKNOWN_PATH),
      ...old.flatMap((redirect) => planner.legacy(redirect)),
      ...redirects.gone.map(({ from }) => planner.other('gone', from)),
    ],
  };
}

class Planner {
  /** URL of the home page, without a trailing slash. */
  readonly root: string;
  readonly #options: PlanOptions;
  /** Feeds by path. */
  readonly #feeds: ReadonlyMap<string, ExpectedFeed>;
  /** URLs of posts that were first published elsewhere, by path. */
  readonly #originals: ReadonlyMap<string, string>;

  constructor(site: Site, home: string, options: PlanOptions) {
    this.root = home.replace(/(?<!\/)\/+$/, '');
    this.#options = options;
    this.#feeds = expectedFeeds(site);
    this.#originals = new Map(
      site.posts.flatMap(({ path, canonicalUrl }) =>
        canonicalUrl === undefined ? [] : [[path, canonicalUrl] as const],
      ),
    );
  }

  page(address: PageAddress): Expectation[] {
    const { path } = address;
    const expectation = { ...this.#request(path), ...this.#pageAt(address) };
    // A page with the path of a Blogger post has kept its old address.
    return [expectation, ...(path.endsWith('.html') ? this.#variants(path, expectation) : [])];
  }

  feeds(): Expectation[] {
    return [...this.#feeds].map(([path, feed]) => ({ ...this.#request(path), ...feed }));
  }

  other(kind: OtherKind, path: string): Expectation {
    return { ...this.#request(path), isLegacy: kind === 'gone', kind };
  }

  legacy({ from, to, kind, status }: Redirect): Expectation[] {
    const expectation = {
      ...this.#request(from),
      isLegacy: true,
      isPermanent: status === 301 || status === 308,
      ...(kind === 'feed' ? this.#feedAt(to) : this.#pageAt(to)),
    };
    return [expectation, ...this.#variants(from, expectation)];
  }

  #request(path: string): Request {
    return { address: this.#url(path), isLegacy: false, isPermanent: false, allows404: false };
  }

  #pageAt({ path, canonical }: PageAddress): ExpectedPage {
    return { kind: 'page', page: [this.#url(path), this.#originals.get(path) ?? canonical] };
  }

  #feedAt({ path }: PageAddress): ExpectedFeed {
    return this.#feeds.get(path) ?? { kind: 'feed', ids: [] };
  }

  /** Other spellings of the URL, if the options ask for them. */
  #variants(path: string, expectation: Expectation): Expectation[] {
    const { variants = false, letterCase = false } = this.#options;
    if (!variants) return [];
    const { address, kind } = expectation;
    const upper = this.#url(path.toUpperCase());
    return [...(kind === 'page' ? [`${address}?m=1`] : []), this.root + percentEncoded(path), upper]
      .filter((variant) => variant !== address)
      .map((variant) => ({
        ...expectation,
        address: variant,
        isLegacy: true,
        allows404: variant === upper && !letterCase,
      }));
  }

  #url(path: string): string {
    return this.root + encodePath(path);
  }
}

/** Every feed of the site, its tags, authors and series in each format, and the comments feed. */
function expectedFeeds(site: Site): Map<string, ExpectedFeed> {
  const { posts, editions, feedSize, tags, authors, series, commentsFeed } = site;
  const ids = new Map(posts.map(({ path, guid }) => [path, guid]));
  const expected = new Map<string, ExpectedFeed>();
  for (const list of [...editions, ...tags, ...authors, ...series]) {
    const newest = list.posts.filter(({ draft }) => !draft).slice(0, feedSize);
    const feed: ExpectedFeed = {
      kind: 'feed',
      ids: newest.flatMap(({ path }) => ids.get(path) ?? []),
    };
    for (const address of Object.values(list.feeds))
      if (address !== undefined) expected.set(address.path, feed);
  }
  if (commentsFeed !== undefined) expected.set(commentsFeed.path, { kind: 'feed', ids: [] });
  return expected;
}
