/** What a host is told of a site, and what it gets. */
import type { Redirect, RedirectTable } from '../../addresses/redirect.ts';
import type { HostName } from '../../content/site-schema.ts';
import type { Problems } from '../../lib/problem.ts';
import type { Deployment, FeedType } from '../../site/deployment.ts';
import type { OutputFile } from '../../site/model.ts';

export type { Deployment, FeedType };

/** What is written for a host. */
export interface Emission {
  /** What the host reads. */
  readonly files: readonly OutputFile[];
  /** Old addresses that need a file, since the host has no rule for them. */
  readonly stubs: readonly Redirect[];
}

/** Writes a site's redirects, headers and error page the way one host reads them. */
export interface Host {
  /** What it is called in a sentence: `Cloudflare Pages`. */
  readonly title: string;
  /** Adds a problem where the host has no limit or no means for what the site needs. */
  readonly emit: (site: Deployment, problems: Problems) => Emission;
}

/** What is too much for a host, in sentences. */
export interface Excess {
  readonly message: string;
  readonly hint: string;
}

/** An error that names the host's limit. */
export function reportLimit(
  { owner }: Deployment,
  { message, hint }: Excess,
  problems: Problems,
): void {
  problems.error({ ...owner, code: 'host-limit', message, hint });
}

/** A warning for what a host does in another way than the site asks. */
export function reportUnsupported(
  { owner }: Deployment,
  { message, hint }: Excess,
  problems: Problems,
): void {
  problems.warn({ ...owner, code: 'host-lacks', message, hint });
}

/** All that can be said without a rule: every old address that is known. */
export function allStubs({ exact, patterns }: RedirectTable): Redirect[] {
  return [...exact, ...patterns.flatMap(({ known }) => known)];
}

export type Hosts = Readonly<Record<HostName, Host>>;
