/** Resolves links in posts to URLs of this site. */
import { decodePath, encodePath, foldFile, foldPath } from '../lib/paths.ts';
import { targetOf } from '../lib/patterns.ts';
import type { ReferenceKind } from '../content/reference-kind.ts';
import type { PreservedAddress, RedirectTable } from './redirect.ts';
import { legacyUrl, ownAddress } from '../lib/hosts.ts';
import { referenceFinder, type Reference } from './references.ts';

/** Data of the resolver; can be sent to a worker. */
export interface LinkTable {
  readonly basePath: string;
  /** Scheme and host: `https://blog.example.org`. */
  readonly origin: string;
  /** Hosts of this site, with a port if they have one, and without `www.`. */
  readonly hosts: readonly string[];
  /** Host names of the old blog, in lower case. */
  readonly legacyHosts: readonly string[];
  /** URLs by folded legacy path. */
  readonly legacy: ReadonlyMap<string, string>;
  /** URLs by folded file name of the legacy path, where that name is unique. */
  readonly names: ReadonlyMap<string, string>;
  /** Pattern redirects to pages. */
  readonly patterns: readonly { readonly from: string; readonly to: string }[];
  /** Paths of all pages, decoded. */
  readonly pages: ReadonlySet<string>;
  /** URLs by folder name of the post, for links such as `../other-post/`. */
  readonly posts: ReadonlyMap<string, string>;
  readonly references: readonly ReferenceKind[];
}

export function linkTable({
  basePath,
  origin,
  hosts,
  legacyHosts,
  redirects: { exact, patterns },
  preserved,
  pages,
  posts,
  references,
}: Omit<LinkTable, 'legacy' | 'names' | 'patterns'> & {
  readonly redirects: RedirectTable;
  readonly preserved: readonly PreservedAddress[];
}): LinkTable {
  const legacy = [...exact, ...preserved];
  return {
    basePath,
    origin,
    hosts: hosts.map((host) => host.replace(/^www\./, '')),
    legacyHosts: legacyHosts.map((host) => host.toLowerCase()),
    legacy: new Map(legacy.map(({ from, to }) => [foldPath(from), to.url])),
    names: urlsByFileName(legacy),
    patterns: patterns.flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to }])),
    pages,
    posts,
    references,
  };
}

/** Legacy path of a Blogger post. Links sometimes have the wrong month. */
const POST_FILE = /^\/\d{4}\/\d\d\/([^/]+\.html)$/i;

function urlsByFileName(legacy: readonly PreservedAddress[]): Map<string, string> {
  const urls = new Map<string, Set<string>>();
  for (const { from, to } of legacy) {
    const name = POST_FILE.exec(from)?.[1];
    if (name === undefined) continue;
    const key = foldFile(name);
    urls.set(key, (urls.get(key) ?? new Set()).add(to.url));
  }
  return new Map(
    [...urls].flatMap(([name, [url, ...others]]) =>
      url === undefined || others.length > 0 ? [] : [[name, url]],
    ),
  );
}

/** Pure functions of a `LinkTable`. */
export interface LinkResolver {
  /**
   * URL on this site of an absolute or root-relative link, or `undefined` for an external link. A
   * link to a legacy host is resolved if its path is a known legacy path. Keeps the fragment and
   * drops the query of Blogger's mobile view.
   */
  readonly link: (href: string) => string | undefined;
  /** Path, query and fragment of an absolute link to this site, whether it has such a page or not. */
  readonly own: (href: string) => string | undefined;
  /** Whether an absolute link leads to a legacy host. */
  readonly isLegacy: (href: string) => boolean;
  /** Whether a legacy link has the wrong month but a known file name. */
  readonly hasWrongMonth: (href: string) => boolean;
  /** Adds scheme and host to a URL of this site. */
  readonly absolute: (address: string) => string;
  /** URL of the post that a relative link to its folder names: `../other-post/`. */
  readonly sibling: (href: string) => string | undefined;
  /** The known thing that an external link leads to, if any. */
  readonly reference: (href: string) => Reference | undefined;
  /** Whether a link leads to another site, no matter which URLs this site has. */
  readonly isExternal: (href: string) => boolean;
}

/** Serializes what answers depend on besides the URLs of the site. */
export function siteFingerprint({
  basePath,
  origin,
  hosts,
  legacyHosts,
  references,
}: LinkTable): string {
  return JSON.stringify([basePath, origin, hosts, legacyHosts, references]);
}

export function linkResolver(table: LinkTable): LinkResolver {
  // Cheap check: most links are external.
  const names = table.legacyHosts.map((host) => host.replace(/\.com$/, ''));
  const mayBeLegacy = (href: string): boolean => {
    const lower = href.toLowerCase();
    return names.some((name) => lower.includes(name));
  };
  return {
    link: (href) => {
      if (href.startsWith('/') && !href.startsWith('//')) return resolveRoot(href, table);
      return mayBeLegacy(href) ? resolveAbsolute(href, table) : undefined;
    },
    own: (href) => ownAddress(href, table.hosts, table.basePath),
    isLegacy: (href) => mayBeLegacy(href) && legacyUrl(href, table.legacyHosts) !== undefined,
    hasWrongMonth: (href) => {
      const path = mayBeLegacy(href) ? legacyUrl(href, table.legacyHosts)?.pathname : undefined;
      const decoded = path === undefined ? undefined : decodePath(path);
      return (
        decoded !== undefined &&
        knownTarget(decoded, table) === undefined &&
        wrongMonthTarget(decoded, table) !== undefined
      );
    },
    absolute: (address) => table.origin + address,
    sibling: (href) => resolveSibling(href, table),
    reference: referenceFinder(table.references),
    isExternal: (href) => (!href.startsWith('/') || href.startsWith('//')) && !mayBeLegacy(href),
  };
}

function resolveAbsolute(href: string, table: LinkTable): string | undefined {
  const url = legacyUrl(href, table.legacyHosts);
  if (url === undefined || (url.search !== '' && !/^\?m=[01]$/.test(url.search))) return undefined;
  const home = url.pathname === '/' ? `${table.basePath}/` : undefined;
  const target = home ?? legacyTarget(url.pathname, table);
  return target === undefined ? undefined : target + url.hash;
}

function resolveSibling(href: string, table: LinkTable): string | undefined {
  const [, slug, fragment = ''] = /^\.\.\/([^/#?]+)(?:\/(?:index\.md)?)?(#.*)?$/.exec(href) ?? [];
  const target = slug === undefined ? undefined : table.posts.get(slug);
  return target === undefined ? undefined : target + fragment;
}

function resolveRoot(href: string, table: LinkTable): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)/s.exec(href) ?? [];
  const target = legacyTarget(path, table);
  if (target !== undefined) return target + rest;
  const within = path === table.basePath || path.startsWith(`${table.basePath}/`);
  return table.basePath !== '' && within ? href : table.basePath + href;
}

function legacyTarget(path: string, table: LinkTable): string | undefined {
  const decoded = decodePath(path);
  if (decoded === undefined) return undefined;
  return knownTarget(decoded, table) ?? wrongMonthTarget(decoded, table);
}

function knownTarget(path: string, table: LinkTable): string | undefined {
  return table.legacy.get(foldPath(path)) ?? patternTarget(path, table);
}

function wrongMonthTarget(path: string, { names, pages }: LinkTable): string | undefined {
  const name = pages.has(path) ? undefined : POST_FILE.exec(path)?.[1];
  return name === undefined ? undefined : names.get(foldFile(name));
}

function patternTarget(path: string, { patterns, pages, basePath }: LinkTable): string | undefined {
  for (const pattern of patterns) {
    const target = targetOf(pattern, path);
    if (target !== undefined) return pages.has(target) ? basePath + encodePath(target) : undefined;
  }
  return undefined;
}
