/** What is known of old addresses. */
import type { PageEntry, PostEntry } from '../content/entries.ts';
import { decodePath, outputFile } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { PageAddress } from './address.ts';

/** How a redirect is answered. RFC 9110, section 15.4 */
export type RedirectStatus = 301 | 302 | 307 | 308;

/** One old address. */
export interface Redirect {
  /** Path below the site's root, decoded, as the old platform wrote it. */
  readonly from: string;
  readonly to: PageAddress;
  /** Title of what stands there now. */
  readonly title: string;
  readonly status: RedirectStatus;
  /** What stands there now; whoever asks for a feed cannot read a page. */
  readonly kind: 'page' | 'feed';
  /** Another target for those who ask with a certain query, on hosts that can tell. */
  readonly byQuery?: QueryTarget;
  /** Place that asks for it, for messages. */
  readonly owner: Owner;
}

/** Where an address leads when its query says something: `alt=rss`. */
export interface QueryTarget {
  readonly name: string;
  readonly value: string;
  readonly to: PageAddress;
}

/** An old address at which its page still stands. */
export type Kept = Pick<Redirect, 'from' | 'to' | 'owner'>;

/** An old address at which nothing will stand again. RFC 9110, section 15.5.11 */
export interface Gone {
  readonly from: string;
  readonly owner: Owner;
}

/** Old addresses of one shape. */
export interface PatternRedirect {
  /** Path below the site's root, decoded: `/category/:name/`, `/old/*`. */
  readonly from: string;
  /** Path of a page with the names of `from`, decoded; absent for what is gone. */
  readonly to: string | undefined;
  readonly status: RedirectStatus | 410;
  /** The old addresses that lead to the pages of this site, for hosts that cannot match: not all that match, if `from` has names that `to` leaves out. */
  readonly known: readonly Redirect[];
  readonly owner: Owner;
}

/** All that is known of old addresses. An exact one goes before a pattern, a pattern before those after it. */
export interface RedirectTable {
  /** In the order of their sources. */
  readonly exact: readonly Redirect[];
  readonly gone: readonly Gone[];
  readonly patterns: readonly PatternRedirect[];
}

/** A place of the content that lays claim to an address. */
export interface Owner {
  readonly file: string;
  readonly field?: string;
}

/** A post or page with its address. */
export interface Addressed<Entry extends PostEntry | PageEntry = PostEntry | PageEntry> {
  readonly entry: Entry;
  readonly address: PageAddress;
}

/** The pages and files of the site itself. */
export interface Targets {
  /** Title of every page, by its path. */
  readonly titles: ReadonlyMap<string, string>;
  /** Paths of feeds. */
  readonly feeds: ReadonlySet<string>;
  /** Paths of images, style sheets and other files that are published as they are. */
  readonly files: readonly string[];
}

/** A redirect to a page, for good. */
export function pageRedirect(
  redirect: Pick<Redirect, 'from' | 'to' | 'title' | 'owner'>,
): Redirect {
  return { ...redirect, status: 301, kind: 'page' };
}

/** By their sources, so that what is written does not depend on who asked for it. */
export function inOrder(redirects: readonly Redirect[]): Redirect[] {
  return redirects.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** What an old address says, or why it says nothing. */
export type LegacyPath =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly reason: string };

/** An old address as a decoded path of this site. */
export function readLegacyPath(written: string): LegacyPath {
  const path = decodePath(written);
  if (path === undefined) return { ok: false, reason: 'it is not percent-encoded rightly' };
  const reason = outside(path);
  return reason === undefined ? { ok: true, path } : { ok: false, reason };
}

/** The same, or `undefined` with a problem added. */
export function legacyPath(written: string, owner: Owner, problems: Problems): string | undefined {
  const read = readLegacyPath(written);
  if (read.ok) return read.path;
  problems.error({
    ...owner,
    code: 'redirect-source-invalid',
    message: `The old address ${JSON.stringify(written)} cannot be redirected: ${read.reason}.`,
    hint: 'Write the path alone, from its first slash: `/2021/04/hello.html`.',
  });
  return undefined;
}

/** The old addresses of posts and pages at which they stand now, so that nothing has to lead there. */
export function keptAddresses(places: readonly Addressed[]): Kept[] {
  return places.flatMap(({ entry: { file, fields }, address }) =>
    fields.legacyUrl
      .map((written, index) => ({
        from: decodePath(written) ?? written,
        to: address,
        owner: { file, field: `legacyUrl[${index}]` },
      }))
      .filter(({ from }) => isAt(from, address)),
  );
}

/** Whether a decoded path is that of the page. */
export function isAt(from: string, { path }: PageAddress): boolean {
  return outputFile(from) === outputFile(path);
}

function outside(path: string): string | undefined {
  if (!path.startsWith('/')) return 'it does not begin with a slash';
  if (path === '/') return 'the home page is always this site\u2019s own';
  if (path.startsWith('//') || path.includes('//')) return 'it holds two slashes in a row';
  if (path.includes('\\')) return 'it holds a backslash';
  if (/[?#]/.test(path)) return 'a file cannot answer for a query or a fragment';
  if (/\s|\p{Cc}/u.test(path)) return 'it holds a space or a control character';
  if (path.split('/').some((part) => part === '.' || part === '..'))
    return 'it climbs out with `.` or `..`';
  return undefined;
}
