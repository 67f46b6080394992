/** What a host has no rule for, and what becomes of it. */
import type { Gone, Owner, PatternRedirect, Redirect } from '../../addresses/redirect.ts';
import type { Problems } from '../../lib/problem.ts';
import { reportUnsupported, type Deployment } from './host.ts';

/** Redirects for a host that matches only some patterns. */
export interface Matchable {
  /** With the known addresses of the patterns that are not matched. */
  readonly exact: readonly Redirect[];
  readonly patterns: readonly PatternRedirect[];
  /** What is gone by a pattern that is not matched. */
  readonly gone: readonly Gone[];
}

/**
 * What a host can do with the patterns, with a warning for each of the content that it cannot match.
 * @param host what it is called in a sentence
 * @param canMatch whether the host takes it as it is meant
 */
export function matchable(
  site: Deployment,
  host: string,
  canMatch: (pattern: PatternRedirect) => boolean,
  problems: Problems,
): Matchable {
  const { exact, patterns } = site.redirects;
  const others = patterns.filter((pattern) => !canMatch(pattern));
  for (const { from, known } of others.filter(({ to }) => to !== undefined).filter(isWritten)) {
    const some =
      known.length === 0
        ? 'none of its addresses is redirected'
        : `only ${known.length} of its addresses are redirected, those of pages that this site has`;
    const message = `${host} cannot match the pattern ${from}, so ${some}.`;
    const hint =
      'Write the addresses one by one, or a pattern in which every name stands alone between slashes.';
    reportUnsupported(site, { message, hint }, problems);
  }
  return {
    exact: [...exact, ...others.flatMap(({ known }) => known)],
    patterns: patterns.filter(canMatch),
    gone: others.filter(({ to }) => to === undefined),
  };
}

/** For addresses that a host has no status 410 for. */
export function reportGone(
  site: Deployment,
  host: string,
  gone: readonly Gone[],
  problems: Problems,
): void {
  const lost = gone.filter(isWritten);
  if (lost.length === 0) return;
  const message = `${host} cannot say of ${listed(lost)} that nothing will stand there again (410), so it answers 404.`;
  const hint = 'Do nothing: search engines forget the address all the same, if later.';
  reportUnsupported(site, { message, hint }, problems);
}

/**
 * A status for a host that has neither 307 nor 308: one that does the same for
 * whatever is read. RFC 9110, section 15.4
 */
export function plainStatus(status: number): number {
  return PLAIN.get(status) ?? status;
}

const PLAIN: ReadonlyMap<number, number> = new Map([
  [307, 302],
  [308, 301],
]);

/** For a host whose statuses are those of `plainStatus`. */
export function reportStatuses(site: Deployment, host: string, problems: Problems): void {
  const { exact, patterns } = site.redirects;
  const changed = [...exact, ...patterns].filter(({ status }) => PLAIN.has(status));
  if (changed.length === 0) return;
  const message = `${host} has neither status 307 nor 308, so it answers 302 or 301 for ${listed(changed)}.`;
  const hint = 'Write `status: 302` or `status: 301`, which do the same for pages.';
  reportUnsupported(site, { message, hint }, problems);
}

/** Whether a line of the content asks for it. */
function isWritten({ owner }: { readonly owner: Owner }): boolean {
  return owner.field !== undefined;
}

const SHOWN = 3;

/** `/a, /b, /c and 2 more` */
export function listed(addresses: readonly { readonly from: string }[]): string {
  const names = addresses.slice(0, SHOWN).map(({ from }) => from);
  const more = addresses.length - SHOWN;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
