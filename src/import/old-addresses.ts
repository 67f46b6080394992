/** Gives each old address to the one entry, tag or author that it leads to. */
import { readLegacyPath } from '../addresses/redirect.ts';
import { foldPath, outputFile } from '../lib/paths.ts';

/** Something that old addresses lead to. */
export interface AddressOwner {
  /** Unique. */
  readonly key: string;
  readonly isPublic: boolean;
  /** As exported: the address that readers saw, then others. */
  readonly legacyUrls: readonly string[];
  /** On the new site, decoded. */
  readonly path: string;
}

export interface LostAddress {
  readonly key: string;
  readonly url: string;
  /** A clause. */
  readonly reason: string;
}

export interface OldAddresses {
  /** What to write as `legacyUrl`, by key. */
  readonly legacyUrls: ReadonlyMap<string, readonly string[]>;
  readonly lost: readonly LostAddress[];
}

/**
 * Leaves out what a build would refuse. Of two owners of an address, one that was public has it, then one
 * whose main address it is, then the first.
 * @param fixed paths of pages that every site has
 */
export function assignAddresses(
  owners: readonly AddressOwner[],
  fixed: Iterable<string>,
): OldAddresses {
  const pages = new Map<string, string | symbol>();
  for (const path of fixed) pages.set(foldPath(path), SITE);
  for (const { key, path } of owners) pages.set(foldPath(path), key);
  const given = new Map<string, string>();
  const legacyUrls = new Map<string, readonly string[]>();
  const lost: LostAddress[] = [];
  for (const { owner, url } of claims(owners)) {
    const reason = refusal(url, owner, pages, given);
    if (reason !== undefined) {
      lost.push({ key: owner.key, url, reason });
      continue;
    }
    const urls = legacyUrls.get(owner.key) ?? [];
    if (urls.some((other) => isSame(other, url))) continue;
    legacyUrls.set(owner.key, [...urls, url]);
    given.set(foldPath(decodeURIComponent(url)), owner.key);
  }
  for (const { key, legacyUrls: all } of owners) {
    // Mostly all: the list is in memory already.
    const urls = legacyUrls.get(key) ?? [];
    legacyUrls.set(key, urls.length === all.length ? all : [...urls]);
  }
  return { legacyUrls, lost };
}

const SITE = Symbol('site');

interface Claim {
  readonly owner: AddressOwner;
  readonly url: string;
}

/** Those of public owners first, and of these the main addresses. */
function* claims(owners: readonly AddressOwner[]): Generator<Claim> {
  for (const isPublic of [true, false]) {
    const group = owners.filter((owner) => owner.isPublic === isPublic);
    for (const owner of group) {
      const [url] = owner.legacyUrls;
      if (url !== undefined) yield { owner, url };
    }
    for (const owner of group) for (const url of owner.legacyUrls.slice(1)) yield { owner, url };
  }
}

/** Why an address cannot lead to the owner, as a clause. */
function refusal(
  url: string,
  { key, path }: AddressOwner,
  pages: ReadonlyMap<string, string | symbol>,
  given: ReadonlyMap<string, string>,
): string | undefined {
  const read = readLegacyPath(url);
  if (!read.ok) return read.reason;
  const page = pages.get(foldPath(read.path));
  if (page === SITE) return 'the new site has a page of its own there';
  if (page !== undefined && page !== key) return 'it is the new address of something else';
  if (page === key && outputFile(read.path) !== outputFile(path))
    return 'only capital letters tell it from the new address';
  const other = given.get(foldPath(read.path));
  return other === undefined || other === key ? undefined : 'it leads to something else already';
}

/** Whether redirects take two valid addresses for one. */
function isSame(one: string, other: string): boolean {
  return outputFile(decodeURIComponent(one)) === outputFile(decodeURIComponent(other));
}
