/** Finds out what the redirects of the old blog lead to. */
import { readLegacyPath } from '../addresses/redirect.ts';
import { legacyUrl } from '../lib/hosts.ts';
import { foldAddress } from '../lib/paths.ts';
import type { Omission } from './index-blog.ts';
import type { ImportedRedirect } from './model.ts';
import type { AddressOwner } from './old-addresses.ts';
import type { Redirect } from './write/site-files.ts';

export interface Followed {
  /** More old addresses of entries, tags and authors, by key. */
  readonly claims: ReadonlyMap<string, readonly string[]>;
  readonly redirects: readonly Redirect[];
  readonly omissions: readonly Omission[];
}

/** Most redirects in a row. */
const MAX_STEPS = 10;

/** Finds what redirects lead to. Those to an entry become old addresses of it. */
export function followRedirects(
  redirects: readonly ImportedRedirect[],
  owners: readonly AddressOwner[],
  fixed: ReadonlySet<string>,
  hosts: readonly string[],
): Followed {
  if (redirects.length === 0) return { claims: new Map(), redirects: [], omissions: [] };
  const next = new Map(redirects.map(({ from, to }) => [foldAddress(from), pathFrom(to, hosts)]));
  const keys = new Map(
    owners
      .toReversed()
      .flatMap(({ key, legacyUrls }) => legacyUrls.map((url) => [foldAddress(url), key])),
  );
  const claims = new Map<string, string[]>();
  const kept = new Map<string, Redirect>();
  const omissions: Omission[] = [];
  for (const { from, to: first } of redirects) {
    if (keys.has(foldAddress(from))) continue;
    let to = pathFrom(first, hosts);
    for (let step = 0; step < MAX_STEPS && to !== undefined && !keys.has(foldAddress(to)); step++)
      if (next.has(foldAddress(to))) to = next.get(foldAddress(to));
    const key = to === undefined ? undefined : keys.get(foldAddress(to));
    if (key !== undefined) claims.set(key, [...(claims.get(key) ?? []), from]);
    else if (to !== undefined && fixed.has(to) && readLegacyPath(from).ok)
      kept.set(foldAddress(from), { from: withoutPattern(from), to });
    else omissions.push(omission(from, first, to));
  }
  return { claims, redirects: [...kept.values()], omissions };
}

function omission(from: string, first: string, to: string | undefined): Omission {
  const read = readLegacyPath(from);
  const reason =
    to === undefined
      ? 'redirects to other sites'
      : read.ok
        ? 'redirects to what is not imported'
        : `redirects that cannot be kept: ${read.reason}`;
  return { reason, what: `${from} to ${first}`, place: { file: 'the redirects of the old blog' } };
}

/** Signs that mean a pattern in `redirects.yaml`. */
function withoutPattern(from: string): string {
  return from.replaceAll(':', '%3A').replaceAll('*', '%2A');
}

/** The path of an address of the old blog; `undefined` for one of another site. */
function pathFrom(to: string, hosts: readonly string[]): string | undefined {
  if (/^(?:https?:)?\/\//i.test(to)) return legacyUrl(to, hosts)?.pathname;
  return to.startsWith('/') ? to.slice(0, to.search(/[?#]|$/)) || '/' : undefined;
}
