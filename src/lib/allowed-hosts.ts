/** Hosts that the content security policy allows beyond the site itself. */
import { canParseUrl } from './can-parse-url.ts';
import { domainToASCII } from 'node:url';

/** Sources of each kind, such as `https://example.org`. */
export interface AllowedHosts {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  readonly images: readonly string[];
  readonly frames: readonly string[];
  /** Where forms may be sent. */
  readonly forms: readonly string[];
  /** What scripts may request. */
  readonly connect: readonly string[];
}

export const NO_HOSTS: AllowedHosts = {
  scripts: [],
  styles: [],
  images: [],
  frames: [],
  forms: [],
  connect: [],
};

/** A dot is needed, so that a keyword such as `self` is no host. */
const HOST = /^(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
/** Allows the sites of whoever registers a name: `*.com`. */
const TOP_LEVEL = /^\*\.[^.]+$/;
/** Narrower than the standard: what no configuration file needs to escape. */
const PATH = /^\/[\w.~/-]*$/;
/** Far longer than any host and path. */
const MAX_LENGTH = 300;

/**
 * Reads a host with an optional `https://`, port, path, and star for its subdomains.
 * https://www.w3.org/TR/CSP3/#grammardef-host-source
 * @returns the source for a policy, with `https://`, or why it is none
 */
export function readSource(written: string): { source: string } | { error: string } {
  if (/[\s;,]|\p{C}/u.test(written) || written.length > MAX_LENGTH)
    return { error: 'an entry is one host, without spaces, commas, semicolons or line breaks' };
  if (/^(?:https:\/\/)?\*$/i.test(written)) return { error: 'that would allow every site' };
  if (/['"]|^unsafe-/i.test(written))
    return { error: 'only hosts can be allowed, no keywords such as `unsafe-inline`' };
  const [, scheme = 'https:', rest = ''] = /^([a-z][a-z0-9+.-]*:(?!\d))?(.*)$/i.exec(written) ?? [];
  if (scheme.toLowerCase() !== 'https:')
    return { error: `only \`https://\` can be allowed, not \`${scheme}\`` };
  const [, star = '', name = '', port = '', path = ''] =
    /^(?:\/\/)?(\*\.)?([^/:]*)(:\d{1,5})?(\/.*)?$/.exec(rest) ?? [];
  const host = star + domainToASCII(name);
  if (TOP_LEVEL.test(host)) return { error: 'that would allow the sites of strangers' };
  if (!HOST.test(host)) return { error: 'it is not a host, such as `https://scripts.example.org`' };
  if (path !== '' && !PATH.test(path))
    return { error: 'a path has only letters, digits, dots, hyphens, underscores and slashes' };
  return { source: `https://${host}${port}${path}` };
}

/** Whether it is a URL with `https` whose host can stand in a policy. */
export function isSecureUrl(value: string): boolean {
  if (!/^https:\/\//i.test(value) || !canParseUrl(value)) return false;
  const { username, password, origin } = new URL(value);
  return username + password === '' && 'source' in readSource(origin);
}

/** Each source once, in the order given. */
export function joinHosts(all: readonly Partial<AllowedHosts>[]): AllowedHosts {
  const of = (kind: keyof AllowedHosts): string[] => [
    ...new Set(all.flatMap((hosts) => hosts[kind] ?? [])),
  ];
  return {
    scripts: of('scripts'),
    styles: of('styles'),
    images: of('images'),
    frames: of('frames'),
    forms: of('forms'),
    connect: of('connect'),
  };
}
