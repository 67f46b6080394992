/** What to ask a running site for, and what must come of it: plain data. */
import { encodePath } from '../paths.ts';
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
  /** Ids of its items. */
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
export function verifyPlan(
  site: Site,
  home: string,
  { variants = false, letterCase = false }: PlanOptions = {},
): VerifyPlan {
  const root = home.replace(/\/+$/, '');
  const running = (path: string): string => root + encodePath(path);
  const page = (address: PageAddress): string[] => [running(address.path), address.canonical];
  const now = { isLegacy: false, isPermanent: false, mayBeAbsent: false };
  const ids = feedIds(site);
  const legacy = (redirect: Redirect, address: string, mayBeAbsent = false): Expectation => {
    const isPermanent = redirect.status === 301 || redirect.status === 308;
    const asked = { address, isLegacy: true, isPermanent, mayBeAbsent };
    return redirect.kind === 'feed'
      ? { ...asked, kind: 'feed', ids }
      : { ...asked, kind: 'page', page: page(redirect.to) };
  };
  const { redirects, fixed } = site;
  const old = [...redirects.exact, ...redirects.patterns.flatMap(({ known }) => known)];
  return {
    home: `${root}/`,
    expectations: [
      ...pagesOf(site).map((address): Expectation => ({
        ...now,
        kind: 'page',
        address: running(address.path),
        page: page(address),
      })),
      { ...now, kind: 'feed', address: running(fixed.rss.path), ids },
      { ...now, kind: 'file', address: running(fixed.sitemap.path) },
      { ...now, kind: 'file', address: running(fixed.robots.path) },
      { ...now, kind: 'absent', address: running(NOWHERE) },
      ...old.flatMap((redirect): Expectation[] => {
        const address = running(redirect.from);
        const asked = legacy(redirect, address);
        if (!variants) return [asked];
        const upper = root + encodePath(redirect.from.toUpperCase());
        const encoded = root + percentEncoded(redirect.from);
        return [
          asked,
          ...(redirect.kind === 'page' ? [legacy(redirect, `${address}?m=1`)] : []),
          ...(encoded === address ? [] : [legacy(redirect, encoded)]),
          ...(upper === address ? [] : [legacy(redirect, upper, !letterCase)]),
        ];
      }),
      ...redirects.gone.map(({ from }): Expectation => ({
        ...now,
        isLegacy: true,
        kind: 'gone',
        address: running(from),
      })),
    ],
  };
}

/** Every page but the error page. */
function pagesOf(site: Site): PageAddress[] {
  const { fixed, homePages, posts, pages, tags, authors, years, months } = site;
  const single = [fixed.archive, fixed.tags, fixed.authors];
  return [...homePages, ...posts, ...pages, ...single, ...tags, ...authors, ...years, ...months];
}

function feedIds({ posts, feedSize }: Site): string[] {
  return posts
    .filter(({ draft }) => !draft)
    .slice(0, feedSize)
    .map(({ guid }) => guid);
}
