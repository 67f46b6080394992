/** Makes redirects and links like those of a site plan. */
import type { PageAddress } from '../../src/addresses/address.ts';
import {
  pageRedirect,
  type PreservedAddress,
  type Redirect,
  type RedirectTable,
} from '../../src/addresses/redirect.ts';
import { linkTable, type LinkTable } from '../../src/addresses/resolver.ts';

export const NO_REDIRECTS: RedirectTable = { exact: [], gone: [], patterns: [] };

/** A redirect from an old path to an address. */
export function redirect(from: string, to: PageAddress, title = 'A post'): Redirect {
  return pageRedirect({ from, to, title, owner: { file: 'posts/a/index.md' } });
}

/** A table of links in which only what is given is known. */
export function links({
  basePath = '',
  legacyHosts = [],
  exact = [],
  preserved = [],
  posts = {},
  references = [],
}: {
  readonly basePath?: string;
  readonly legacyHosts?: readonly string[];
  readonly exact?: readonly Redirect[];
  readonly preserved?: readonly PreservedAddress[];
  readonly posts?: Readonly<Record<string, string>>;
  readonly references?: LinkTable['references'];
} = {}): LinkTable {
  return linkTable({
    basePath,
    origin: 'https://garden.example',
    hosts: ['garden.example'],
    legacyHosts,
    redirects: { ...NO_REDIRECTS, exact },
    preserved,
    pages: new Set(),
    posts: new Map(Object.entries(posts)),
    references,
  });
}
