/** Recognizes absolute links to this site and to the old blog. */
import { canParseUrl } from './can-parse-url.ts';

const BASE = 'https://x.invalid';

/**
 * Path, query and fragment of a link to a host of this site, with any of http, https and `www.`.
 * @param hosts with a port if they have one, and without `www.`
 * @param basePath other paths of the host may be another site
 */
export function ownAddress(
  href: string,
  hosts: readonly string[],
  basePath: string,
): string | undefined {
  const [, written] = /^(?:https?:)?\/\/([^/?#]*)/i.exec(href) ?? [];
  if (written === undefined || !mayBe(written, hosts) || !canParseUrl(href, BASE)) return undefined;
  const url = new URL(href, BASE);
  if (url.username !== '' || !hosts.includes(url.host.replace(/^www\./, ''))) return undefined;
  if (!`${url.pathname}/`.startsWith(`${basePath}/`)) return undefined;
  return url.pathname + url.search + url.hash;
}

/** Cheap check. A host with other letters than those of ASCII has two spellings. */
function mayBe(written: string, hosts: readonly string[]): boolean {
  const lower = written.toLowerCase();
  return hosts.some((host) => lower.includes(host)) || /\P{ASCII}/u.test(written);
}

/** Parses a link; `undefined` if it does not lead to a legacy host. */
export function legacyUrl(href: string, legacyHosts: readonly string[]): URL | undefined {
  if (!/^(?:https?:)?\/\//i.test(href) || !canParseUrl(href, BASE)) return undefined;
  const url = new URL(href, BASE);
  return isLegacyHost(url.hostname, legacyHosts) ? url : undefined;
}

/** `NAME.blogspot.com` includes its country domains, such as `NAME.blogspot.co.uk`. */
function isLegacyHost(host: string, legacyHosts: readonly string[]): boolean {
  return legacyHosts.some((legacy) => {
    const name = /^(.+\.blogspot)\.com$/.exec(legacy)?.[1];
    if (name === undefined) return host === legacy;
    return host.startsWith(name) && /^\.[a-z]{2,3}(?:\.[a-z]{2})?$/.test(host.slice(name.length));
  });
}
