/** Plans where everything of the old blog goes: old addresses, redirects and links. */
import { Addresses } from '../addresses/address.ts';
import { fixedPages } from '../addresses/fixed-pages.ts';
import { permalink } from '../addresses/permalinks.ts';
import type { SiteSettings } from '../content/site-schema.ts';
import { DateReader } from '../lib/dates.ts';
import { slugOfName } from '../lib/slug.ts';
import type { BlogIndex, IndexedEntry, Omission } from './index-blog.ts';
import { followRedirects } from './follow-redirects.ts';
import type { BlogFacts } from './model.ts';
import { assignAddresses, type AddressOwner } from './old-addresses.ts';
import { OwnLinks, type LinkTarget } from './own-links.ts';
import { dateOf, NO_DATE } from './write/front-matter.ts';
import type { Redirect } from './write/site-files.ts';

/** Before the names of others than entries: no id has this sign. */
const TAG = '\0the tag ';
const AUTHOR = '\0the author ';

export interface AddressPlan {
  readonly links: OwnLinks;
  /** What to write as `legacyUrl`. */
  readonly ofEntry: (id: string) => readonly string[];
  readonly ofTag: (name: string) => readonly string[];
  readonly ofAuthor: (name: string) => readonly string[];
  /** For `redirects.yaml`. */
  readonly redirects: readonly Redirect[];
  readonly omissions: readonly Omission[];
}

/**
 * @param paths below the content folder, by entry
 * @param hosts of the old blog
 */
export function planAddresses(
  index: BlogIndex,
  paths: ReadonlyMap<string, string>,
  settings: SiteSettings,
  facts: BlogFacts,
  hosts: readonly string[],
): AddressPlan {
  const dates = new DateReader(settings.timeZone, settings.language);
  const owners: AddressOwner[] = [
    ...index.entries.map((entry) => ({
      key: entry.id,
      isPublic: entry.status === 'public',
      legacyUrls: entry.legacyUrls,
      path: newPath(entry, paths.get(entry.id) ?? '', settings, dates),
    })),
    ...[...index.tags.values()].map(({ name, legacyUrls }) => ({
      ...{ key: TAG + name, isPublic: true, legacyUrls },
      path: `/tags/${slugOfName(name)}/`,
    })),
    ...[...index.authors.values()].map(({ name, legacyUrls }) => ({
      ...{ key: AUTHOR + name, isPublic: true, legacyUrls },
      path: `/authors/${slugOfName(name)}/`,
    })),
  ];
  const fixed = fixedPaths(index.entries, dates);
  const { claims, redirects, omissions } = followRedirects(index.redirects, owners, fixed, hosts);
  const claimed = owners.map((owner) => {
    const more = claims.get(owner.key);
    return more === undefined ? owner : { ...owner, legacyUrls: [...owner.legacyUrls, ...more] };
  });
  const { legacyUrls, lost } = assignAddresses(claimed, fixed);
  const shown = new Set(claimed.filter(({ isPublic }) => isPublic).map(({ key }) => key));
  const losers = new Set(lost.map(({ key }) => key));
  const places = new Map(
    index.entries.filter(({ id }) => losers.has(id)).map(({ id, place }) => [id, place]),
  );
  const of = (kind: string) => (name: string) => legacyUrls.get(kind + name) ?? [];
  return {
    links: new OwnLinks(targetsOf(claimed, paths, redirects), {
      hosts,
      url: facts.url,
      isBlogger: facts.legacy === 'blogger',
    }),
    ...{ ofEntry: of(''), ofTag: of(TAG), ofAuthor: of(AUTHOR) },
    redirects,
    omissions: [
      ...omissions,
      ...lost.map(({ key, url, reason }) => ({
        reason: `old addresses that cannot be redirected: ${reason}`,
        what: url,
        place: places.get(key) ?? { file: key.replaceAll('\0', '') },
        // Every post of WordPress has a second address such as `/?p=12`, and a draft has no other.
        isMinor: url.includes('?') && (legacyUrls.get(key)?.length !== 0 || !shown.has(key)),
      })),
    ],
  };
}

/** What links of the old blog may lead to. */
function* targetsOf(
  owners: readonly AddressOwner[],
  paths: ReadonlyMap<string, string>,
  redirects: readonly Redirect[],
): Generator<LinkTarget> {
  for (const { key, legacyUrls } of owners) yield { path: paths.get(key), legacyUrls };
  for (const { from } of redirects) yield { path: undefined, legacyUrls: [from] };
}

/** Path of an entry on the new site, decoded. */
function newPath(
  { type, published, legacyUrls }: IndexedEntry,
  path: string,
  settings: SiteSettings,
  dates: DateReader,
): string {
  const slug = path.replace(/^(?:posts|pages)\//, '');
  if (type === 'page') return `/${slug}/`;
  const publishDate = dateOf(published, dates) ?? dateOf(NO_DATE, dates);
  if (publishDate === undefined) throw new Error(`${NO_DATE} is not a date.`);
  return permalink(settings.permalink, { slug, fields: { publishDate, legacyUrl: legacyUrls } });
}

/** Pages that the site has without any entry of its own. */
function fixedPaths(entries: readonly IndexedEntry[], dates: DateReader): Set<string> {
  const addresses = new Addresses('https://x.invalid/');
  const pages = Object.values(fixedPages(addresses));
  const feeds = Object.values(addresses.feedsBelow('/'));
  const months = entries.flatMap(({ type, status, published }) => {
    const date = type === 'post' && status === 'public' ? dateOf(published, dates) : undefined;
    return date === undefined ? [] : [`/${date.year}/`, `/${date.year}/${date.month}/`];
  });
  return new Set([...pages.map(({ path }) => path), ...feeds.map(({ path }) => path), ...months]);
}
