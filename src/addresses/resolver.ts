/** Where a link written in a post leads on this site. */
import { decodePath, encodePath, foldFile, foldPath } from '../lib/paths.ts';
import { fill, match } from '../lib/patterns.ts';
import type { ReferenceKind } from '../content/reference-kind.ts';
import type { Kept, RedirectTable } from './redirect.ts';
import { referenceFinder, type Reference } from './references.ts';

/** Everything needed to resolve a link; free to cross threads. */
export interface LinkTable {
  readonly basePath: string;
  /** Scheme and host: `https://blog.example.org`. */
  readonly origin: string;
  /** Host names of the old blog, lower case. */
  readonly legacyHosts: readonly string[];
  /** Folded old path to address. */
  readonly legacy: ReadonlyMap<string, string>;
  /** Folded name of an old post's file to its address, where only one post had it. */
  readonly names: ReadonlyMap<string, string>;
  /** Shapes of old paths, and the paths of pages that they lead to. */
  readonly patterns: readonly { readonly from: string; readonly to: string }[];
  /** Paths of all pages, decoded. */
  readonly pages: ReadonlySet<string>;
  /** Name of a post's folder to its address, for links such as `../other-post/`. */
  readonly posts: ReadonlyMap<string, string>;
  /** What the site knows by name elsewhere. */
  readonly references: readonly ReferenceKind[];
}

export function linkTable({
  basePath,
  origin,
  legacyHosts,
  redirects: { exact, patterns },
  kept,
  pages,
  posts,
  references,
}: Pick<LinkTable, 'basePath' | 'origin' | 'legacyHosts' | 'pages' | 'posts' | 'references'> & {
  readonly redirects: RedirectTable;
  readonly kept: readonly Kept[];
}): LinkTable {
  const old = [...exact, ...kept];
  return {
    basePath,
    origin,
    legacyHosts: legacyHosts.map((host) => host.toLowerCase()),
    legacy: new Map(old.map(({ from, to }) => [foldPath(from), to.url])),
    names: fileNames(old),
    patterns: patterns.flatMap(({ from, to }) => (to === undefined ? [] : [{ from, to }])),
    pages,
    posts,
    references,
  };
}

/** Blogger puts a post into the folder of its month; links to it name another one now and then. */
const POST_FILE = /^\/\d{4}\/\d\d\/([^/]+\.html)$/i;

function fileNames(old: readonly Kept[]): Map<string, string> {
  const urls = new Map<string, Set<string>>();
  for (const { from, to } of old) {
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

/** Answers for the links of posts; a pure function of its table. */
export interface LinkResolver {
  /**
   * The address on this site for an absolute or root-relative link, or
   * `undefined` for a link that leads elsewhere. A link to an old host is
   * resolved when its path is a known old address; the fragment is kept, the
   * query of Blogger's mobile view dropped.
   */
  readonly link: (href: string) => string | undefined;
  /** Whether an absolute link leads to the old blog. */
  readonly isLegacy: (href: string) => boolean;
  /** Whether a link to the old blog names a month in which its post never stood; the name of its file is known. */
  readonly isMisplaced: (href: string) => boolean;
  /** An address of this site with scheme and host, as a reader would copy it. */
  readonly absolute: (address: string) => string;
  /** The address of the post whose folder a relative link names: `../other-post/`. */
  readonly sibling: (href: string) => string | undefined;
  /** What a link to another site leads to, if it has a name. */
  readonly reference: (href: string) => Reference | undefined;
  /** Whether an absolute or root-relative link leads to another site, whatever addresses this one has. */
  readonly leadsAway: (href: string) => boolean;
}

/** What all answers depend on besides the addresses of the site, as a text. */
export function siteFingerprint({ basePath, origin, legacyHosts, references }: LinkTable): string {
  return JSON.stringify([basePath, origin, legacyHosts, references]);
}

export function linkResolver(table: LinkTable): LinkResolver {
  // Most links lead elsewhere, and a glance at their text is enough to know it.
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
    isLegacy: (href) => mayBeLegacy(href) && legacyUrl(href, table) !== undefined,
    isMisplaced: (href) => {
      const path = mayBeLegacy(href) ? legacyUrl(href, table)?.pathname : undefined;
      const decoded = path === undefined ? undefined : decodePath(path);
      return (
        decoded !== undefined &&
        knownTarget(decoded, table) === undefined &&
        misplacedTarget(decoded, table) !== undefined
      );
    },
    absolute: (address) => table.origin + address,
    sibling: (href) => resolveSibling(href, table),
    reference: referenceFinder(table.references),
    leadsAway: (href) => (!href.startsWith('/') || href.startsWith('//')) && !mayBeLegacy(href),
  };
}

function resolveAbsolute(href: string, table: LinkTable): string | undefined {
  const url = legacyUrl(href, table);
  if (url === undefined || (url.search !== '' && !/^\?m=[01]$/.test(url.search))) return undefined;
  const home = url.pathname === '/' ? `${table.basePath}/` : undefined;
  const target = home ?? legacyTarget(url.pathname, table);
  return target === undefined ? undefined : target + url.hash;
}

/** The link as a URL, when it is one of the old blog. */
function legacyUrl(href: string, { legacyHosts }: LinkTable): URL | undefined {
  if (!/^(?:https?:)?\/\//i.test(href) || !URL.canParse(href, 'https://x.invalid'))
    return undefined;
  const url = new URL(href, 'https://x.invalid');
  return isLegacyHost(url.hostname, legacyHosts) ? url : undefined;
}

function resolveSibling(href: string, table: LinkTable): string | undefined {
  const [, slug, fragment = ''] = /^\.\.\/([^/#?]+)(?:\/(?:index\.md)?)?(#.*)?$/.exec(href) ?? [];
  const target = slug === undefined ? undefined : table.posts.get(slug);
  return target === undefined ? undefined : target + fragment;
}

function resolveRoot(href: string, table: LinkTable): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(href) ?? [];
  const target = legacyTarget(path, table);
  if (target !== undefined) return target + rest;
  const within = path === table.basePath || path.startsWith(`${table.basePath}/`);
  return table.basePath !== '' && within ? href : table.basePath + href;
}

function legacyTarget(path: string, table: LinkTable): string | undefined {
  const decoded = decodePath(path);
  if (decoded === undefined) return undefined;
  return knownTarget(decoded, table) ?? misplacedTarget(decoded, table);
}

function knownTarget(path: string, table: LinkTable): string | undefined {
  return table.legacy.get(foldPath(path)) ?? patternTarget(path, table);
}

function misplacedTarget(path: string, { names, pages }: LinkTable): string | undefined {
  const name = pages.has(path) ? undefined : POST_FILE.exec(path)?.[1];
  return name === undefined ? undefined : names.get(foldFile(name));
}

function patternTarget(path: string, { patterns, pages, basePath }: LinkTable): string | undefined {
  for (const { from, to } of patterns) {
    const values = match(from, path);
    if (values === undefined) continue;
    const target = fill(to, values);
    return pages.has(target) ? basePath + encodePath(target) : undefined;
  }
  return undefined;
}

/** `NAME.blogspot.com` stands for its country twins too: `NAME.blogspot.co.uk`. */
function isLegacyHost(host: string, legacyHosts: readonly string[]): boolean {
  return legacyHosts.some((legacy) => {
    const name = /^(.+\.blogspot)\.com$/.exec(legacy)?.[1];
    if (name === undefined) return host === legacy;
    return host.startsWith(name) && /^\.[a-z]{2,3}(?:\.[a-z]{2})?$/.test(host.slice(name.length));
  });
}
