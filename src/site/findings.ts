/** Additional data of a migration report: notes, and the table of old addresses. */
import type { Plan } from '../addresses/plan.ts';
import type { Owner } from '../addresses/redirect.ts';
import type { Problem } from '../lib/problem.ts';

/** Origin of a redirect: a post or page, `redirects.yaml`, or a URL that every Blogger blog has. */
export type RedirectSource = 'text' | 'rules' | 'platform';

/** An old address and its new location. */
export interface RedirectRow {
  /** Path, or pattern, below the site's root, decoded. */
  readonly from: string;
  /** Target path or pattern, decoded; absent if gone. */
  readonly to?: string;
  /** HTTP status: 301, 410, ...; 200 for a page that keeps its URL. */
  readonly status: number;
  readonly source: RedirectSource;
  /** Where it is declared, as in `Problem`; not a file for `platform`. */
  readonly file: string;
  readonly field?: string;
  readonly line?: number;
  readonly column?: number;
}

export interface Findings {
  /** All of severity `note`. */
  readonly notes: readonly Problem[];
  readonly redirects: readonly RedirectRow[];
}

/** Every old address: first those that pages keep, then the redirect table in order. */
export function redirectRows({ preserved, redirects }: Plan): RedirectRow[] {
  const { exact, gone, patterns } = redirects;
  return [
    ...preserved.map(({ from, to, owner }) => row(from, to.path, 200, owner)),
    ...exact.map(({ from, to, status, owner }) => row(from, to.path, status, owner)),
    ...gone.map(({ from, owner }) => row(from, undefined, 410, owner)),
    ...patterns.map(({ from, to, status, owner }) => row(from, to, status, owner)),
  ];
}

function row(from: string, to: string | undefined, status: number, owner: Owner): RedirectRow {
  const { field } = owner;
  const isOwn = field?.startsWith('legacyUrl') === true;
  const source = field === undefined ? 'platform' : isOwn ? 'text' : 'rules';
  return { from, ...(to !== undefined && { to }), status, ...owner, source };
}
