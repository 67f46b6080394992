/** The address of the old site, as its settings give it. */
import { canParseUrl } from '../../../lib/can-parse-url.ts';

export interface SiteAddress {
  /** `https://host/`; `undefined` for none, or for one of the owner's own machine. */
  readonly url: string | undefined;
  /** `/blog`; empty at the root of the host. */
  readonly basePath: string;
}

const LOCAL = /^(?:localhost|127\.|0\.0\.0\.0|\[::1\])/;

/** @param written `https://host/blog/`, or a path */
export function siteAddress(written: string | undefined): SiteAddress {
  if (written === undefined) return { url: undefined, basePath: '' };
  if (!/^https?:\/\//i.test(written) || !canParseUrl(written))
    return { url: undefined, basePath: /^\/[^/]/.test(written) ? basePathOf(written) : '' };
  const { origin, hostname, pathname } = new URL(written);
  return { url: LOCAL.test(hostname) ? undefined : `${origin}/`, basePath: basePathOf(pathname) };
}

/** An address of the site as a URL; `undefined` if one of them is unknown or no address. */
export function absoluteUrl(address: string | undefined, url: string | undefined): URL | undefined {
  if (address === undefined || url === undefined || !canParseUrl(address, url)) return undefined;
  return new URL(address, url);
}

/** Without a slash at its end. */
export function basePathOf(path: string): string {
  const parts = path.split('/').filter(Boolean);
  return parts.length === 0 ? '' : `/${parts.join('/')}`;
}

/** For `AssetPlaces.hosts`. */
export function hostsOf(url: string | undefined): ReadonlySet<string> {
  return new Set(url === undefined ? [] : [new URL(url).hostname]);
}
