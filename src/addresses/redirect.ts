/** Redirect types, and parsing of legacy addresses. */
import type { PageEntry, PostEntry } from '../content/entries.ts';
import { hasReservedName } from '../lib/attachments.ts';
import { decodePath, encodePath, outputFile } from '../lib/paths.ts';
import type { Problems } from '../lib/problem.ts';
import type { FeedAddresses, PageAddress } from './address.ts';

/** RFC 9110, section 15.4 */
export type RedirectStatus = 301 | 302 | 307 | 308;

/** What a single legacy address matches. */
export interface Source {
  /** Legacy path below the site root, decoded. */
  readonly from: string;
  /**
   * How its owner wrote it, if in another percent-encoding than `encodePath` does, for hosts that
   * compare byte by byte: `/a%2Fb`.
   */
  readonly spellings?: readonly string[];
}

export interface Redirect extends Source {
  readonly to: PageAddress;
  /** Title of the target. */
  readonly title: string;
  readonly status: RedirectStatus;
  /** Type of the target. Feed readers cannot use a page. */
  readonly kind: 'page' | 'feed';
  /** Another target for a certain query, on hosts that can match queries. */
  readonly byQuery?: QueryTarget;
  /** The feed that stays at `from` where the host cannot redirect, with its format. */
  readonly keeps?: Partial<FeedAddresses>;
  /** Where the redirect is defined, for messages. */
  readonly owner: Owner;
}

/** Target of requests with the query `name=value`, such as `alt=rss`. */
export interface QueryTarget {
  readonly name: string;
  readonly value: string;
  readonly to: PageAddress;
}

/** A legacy address and what has replaced it. */
export interface LegacyAddress extends Pick<Redirect, 'to' | 'title' | 'kind' | 'owner'> {
  /** Possibly percent-encoded, and not checked. */
  readonly written: string;
}

/** A legacy address that its page still has. */
export type PreservedAddress = Pick<Redirect, 'from' | 'to' | 'owner'>;

/** A legacy address that answers 410 Gone. RFC 9110, section 15.5.11 */
export interface Gone extends Source {
  readonly owner: Owner;
}

/** Legacy addresses that match a pattern. */
export interface PatternRedirect {
  /** Path pattern below the site root, decoded: `/category/:name/`, `/old/*`. */
  readonly from: string;
  /** Target path with placeholders of `from`, decoded; absent for 410. */
  readonly to: string | undefined;
  readonly status: RedirectStatus | 410;
  /** `feed` if all targets are feeds. */
  readonly kind: Redirect['kind'];
  /**
   * Addresses that redirect to existing pages, for hosts without patterns. Incomplete if `from` has
   * placeholders that `to` does not use.
   */
  readonly known: readonly Redirect[];
  readonly owner: Owner;
}

/** All redirects. Exact ones take precedence over patterns, earlier patterns over later ones. */
export interface RedirectTable {
  /** Sorted by source. */
  readonly exact: readonly Redirect[];
  readonly gone: readonly Gone[];
  readonly patterns: readonly PatternRedirect[];
}

/** Where an address is defined: a file, and perhaps a field. */
export interface Owner {
  readonly file: string;
  readonly field?: string;
}

/** A post or page with its URL. */
export interface Addressed<Entry extends PostEntry | PageEntry = PostEntry | PageEntry> {
  readonly entry: Entry;
  readonly address: PageAddress;
}

/** Pages and files that redirects may lead to or must not hide. */
export interface Targets {
  /** Page titles by path. */
  readonly titles: ReadonlyMap<string, string>;
  /** Paths of feeds. */
  readonly feeds: ReadonlySet<string>;
  /** Paths of copied files. */
  readonly files: readonly string[];
}

/** A permanent redirect to a page. */
export function pageRedirect(
  redirect: Pick<Redirect, 'from' | 'to' | 'title' | 'owner'>,
): Redirect {
  return { ...redirect, status: 301, kind: 'page' };
}

/** Sorts by source, so that the output does not depend on where a redirect is defined. */
export function sortRedirects(redirects: readonly Redirect[]): Redirect[] {
  return redirects.toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

export type LegacyPath =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly reason: string };

/** Decodes a legacy address to a path of this site, or explains why it cannot be one. */
export function readLegacyPath(written: string): LegacyPath {
  const path = decodePath(written);
  if (path === undefined) return { ok: false, reason: 'its percent-encoding is invalid' };
  const reason = wronglyWritten(written) ?? invalidReason(path);
  return reason === undefined ? { ok: true, path } : { ok: false, reason };
}

/** Like `readLegacyPath`, but reports an invalid address. */
export function legacyPath(written: string, owner: Owner, problems: Problems): string | undefined {
  const read = readLegacyPath(written);
  if (read.ok) return read.path;
  problems.error({
    ...owner,
    code: 'redirect-source-invalid',
    message: `The old address ${JSON.stringify(written)} cannot be redirected: ${read.reason}.`,
    hint: hasReservedName(written)
      ? 'Remove it: no page can have been there.'
      : 'Write only the path, with its leading slash: `/2021/04/hello.html`.',
  });
  return undefined;
}

/** The `legacyUrl` of posts and pages. */
export function legacyAddresses(entries: readonly Addressed[]): LegacyAddress[] {
  return entries.flatMap(({ entry: { file, fields }, address }) =>
    fields.legacyUrl.map((written, index) => ({
      written,
      to: address,
      title: fields.title,
      kind: 'page',
      owner: { file, field: `legacyUrl[${index}]` },
    })),
  );
}

/** Legacy addresses that are also the current ones, so they need no redirect. */
export function preservedAddresses(entries: readonly Addressed[]): PreservedAddress[] {
  return legacyAddresses(entries)
    .map(({ written, to, owner }) => ({ from: decodePath(written) ?? written, to, owner }))
    .filter(({ from, to }) => isAt(from, to));
}

/** Whether a decoded path is served by the page. */
export function isAt(from: string, { path }: PageAddress): boolean {
  return outputFile(from) === outputFile(path);
}

/** The source of a legacy address that is a valid path. */
export function sourceOf(written: string, from: string): Source {
  // Encodes what was written plainly, and nothing twice.
  const spelling = encodePath(written).replaceAll('%25', '%');
  return written.includes('%') && spelling !== encodePath(from)
    ? { from, spellings: [spelling] }
    : { from };
}

/** What a path can hold only if it is percent-encoded. */
function wronglyWritten(written: string): string | undefined {
  if (/[?#]/.test(written))
    return 'it contains a query or a fragment, which a static site cannot match';
  return /\s$/.test(written) ? 'it ends in a space, which browsers leave out' : undefined;
}

function invalidReason(path: string): string | undefined {
  if (!path.startsWith('/')) return 'it does not start with a slash';
  if (path === '/') return 'the site always has its own home page';
  if (path.startsWith('//') || path.includes('//')) return 'it contains two slashes in a row';
  if (path.includes('\\')) return 'it contains a backslash';
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(path)) return 'it contains a control character';
  if (path.split('/').some((part) => part === '.' || part === '..'))
    return 'it contains a `.` or `..` segment';
  if (hasReservedName(path))
    return 'hosts or servers take this name for their configuration or code';
  return undefined;
}
