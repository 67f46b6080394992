/** What a host is told of a site, and what it gets. */
import type { PageAddress } from '../addresses/address.ts';
import type { Owner, Redirect, RedirectTable } from '../addresses/redirect.ts';
import type { HostName } from '../content/site-schema.ts';
import type { Problems } from '../problem.ts';
import type { OutputFile } from '../site/model.ts';

/** A site, as far as its host must know it. Paths are below the site's root and decoded. */
export interface Deployment {
  readonly redirects: RedirectTable;
  /** Path that the site lives under, without a slash at the end: empty, or `/blog`. */
  readonly basePath: string;
  /** The home page. */
  readonly home: PageAddress;
  /** What to show for an address that does not exist. */
  readonly notFound: PageAddress;
  readonly feeds: readonly FeedType[];
  /** Hosts whose pages stand in frames of this site: `www.youtube.com`. */
  readonly framed: readonly string[];
  /** Folder of the index, where pages search the site by a program in WebAssembly. */
  readonly searchFolder: PageAddress | undefined;
  /** Paths of pages that end in `.html`. */
  readonly htmlPages: readonly string[];
  /** Where the hosts are chosen, for messages. */
  readonly owner: Owner;
}

/** What readers expect feeds to be, which are told by the names of their files: there are many, in many folders. */
export interface FeedType {
  /** `rss.xml` */
  readonly name: string;
  /** Media type, with its charset if it has one: `application/rss+xml; charset=utf-8`. */
  readonly type: string;
}

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
  /** Adds a problem where the host has no room or no means for what the site needs. */
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
export function reportLack(
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
