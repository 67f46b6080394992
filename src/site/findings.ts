/** What a report tells of a site besides its errors and warnings. */
import type { Plan } from '../addresses/plan.ts';
import type { Owner } from '../addresses/redirect.ts';
import type { Problem } from '../lib/problem.ts';

/** Who asks for a redirect: a post or page, `redirects.yaml`, or nobody, as every blog of the old platform has it. */
export type RedirectSource = 'text' | 'rules' | 'platform';

/** An old address, and what becomes of it. */
export interface RedirectRow {
  /** Path, or pattern, below the site's root, decoded. */
  readonly from: string;
  /** Path, or pattern, of what stands there now, decoded; absent for what is gone. */
  readonly to?: string;
  /** Of the answer: 301, 410, ...; 200 for a page that stays where it was. */
  readonly status: number;
  readonly source: RedirectSource;
  /** The place that asks for it, as in `Problem`; not a file when nobody does. */
  readonly file: string;
  readonly field?: string;
  readonly line?: number;
  readonly column?: number;
}

/** What is looked for when a report is asked for, each with its line. */
export interface Findings {
  /** All of severity `note`. */
  readonly notes: readonly Problem[];
  readonly redirects: readonly RedirectRow[];
}

/** What becomes of every old address: first of those that pages keep, then as in the table. */
export function redirectRows({ preserved, redirects }: Plan): RedirectRow[] {
  const { exact, gone, patterns } = redirects;
  return [
    ...preserved.map(({ from, to, owner }) => ({
      from,
      to: to.path,
      status: 200,
      ...place(owner),
    })),
    ...exact.map(({ from, to, status, owner }) => ({ from, to: to.path, status, ...place(owner) })),
    ...gone.map(({ from, owner }) => ({ from, status: 410, ...place(owner) })),
    ...patterns.map(({ from, to, status, owner }) => ({
      from,
      ...(to !== undefined && { to }),
      status,
      ...place(owner),
    })),
  ];
}

function place(owner: Owner): Owner & Pick<RedirectRow, 'source'> {
  return { ...owner, source: sourceOf(owner) };
}

function sourceOf({ field }: Owner): RedirectSource {
  if (field === undefined) return 'platform';
  return field.startsWith('legacyUrl') ? 'text' : 'rules';
}
